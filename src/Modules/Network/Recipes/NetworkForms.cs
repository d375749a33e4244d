using System.ComponentModel.DataAnnotations;
using ServicePlatform.Data;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Recipes;

namespace ServicePlatform.Network.Recipes;

internal static class CodeForm
{
    /// <summary>Lower-case words with dashes: codes of organisations and principals.</summary>
    public const string Words = "^[a-z0-9]+(-[a-z0-9]+)*$";

    /// <summary>Of GB/T 2260, six or nine digits.</summary>
    public const string Division = "^([0-9]{6}|[0-9]{9})$";

    /// <summary>A division or the beginning of one.</summary>
    public const string DivisionPart = "^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9})$";
}

/// <summary>Client brands for which the site's company does service.</summary>
internal sealed record PrincipalsForm(string Name, IReadOnlyList<PrincipalRow> Principals);

internal sealed record PrincipalRow(
    [RecipeKey("principal"), MaxLength(Organisation.CodeLength), RegularExpression(CodeForm.Words)] string Code,
    [MinLength(1), MaxLength(Lengths.Name)] string Name,
    [RecipePhone] string? Hotline = null,
    bool Active = true);

/// <param name="Below">Code of an organisation that stands already, under which the rows go.</param>
internal sealed record OrganisationsForm(string Name, IReadOnlyList<OrganisationRow> Organisations, [RecipeRef("organisation")] string? Below = null);

internal sealed record TechniciansForm(string Name, IReadOnlyList<TechnicianRow> Technicians);

internal sealed record TechnicianRow(
    [RecipeKey("technician"), MaxLength(Lengths.Number), RegularExpression("^[A-Za-z0-9][A-Za-z0-9-]*$")] string Code,
    [MinLength(1), MaxLength(Lengths.Name)] string Name,
    [RecipePhone] string Phone,
    [RecipeRef("organisation")] string Organisation,
    [MaxLength(Lengths.Code), RegularExpression("^[a-z0-9-]+[.][a-z0-9-]+$")] IReadOnlyList<string>? Skills = null,
    bool Active = true,
    TechnicianAccountRow? Account = null);

/// <param name="Password">Holds until it is changed; set only when the account is made.</param>
internal sealed record TechnicianAccountRow([RecipeKey("account"), MaxLength(Lengths.Code)] string UserName, [MinLength(1), MaxLength(Lengths.Name)] string Password);

internal sealed record AccountsForm(string Name, IReadOnlyList<AccountRow> Accounts);

/// <param name="Principals">Those that he works for; all where left out.</param>
/// <param name="Password">Holds until it is changed; set only when the account is made.</param>
internal sealed record AccountRow(
    [RecipeKey("account"), MaxLength(Lengths.Code)] string UserName,
    [MinLength(1), MaxLength(Lengths.Name)] string DisplayName,
    [MinLength(1), RecipeRef("role")] IReadOnlyList<string> Roles,
    [RecipeRef("organisation")] string Organisation,
    [MinLength(1), MaxLength(Lengths.Name)] string Password,
    [RecipeRef("principal")] IReadOnlyList<string>? Principals = null,
    [RecipePhone] string? Phone = null);
