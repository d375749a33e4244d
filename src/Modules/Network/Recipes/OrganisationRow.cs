using System.ComponentModel.DataAnnotations;
using ServicePlatform.Data;
using ServicePlatform.Geography;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Recipes;

namespace ServicePlatform.Network.Recipes;

/// <summary>A node of the recipe step <c>organisations</c> with all below it. Principals and parents are named by their codes.</summary>
/// <param name="Division">GB/T 2260 code of its address.</param>
/// <param name="Datum">Of latitude and longitude; GCJ-02, as Chinese maps give it, where left out.</param>
/// <param name="Areas">Left out: the areas stay as they are. Given: exactly these.</param>
internal sealed record OrganisationRow(
    [RecipeKey("organisation"), MaxLength(Organisation.CodeLength), RegularExpression(CodeForm.Words)] string Code,
    [MinLength(1), MaxLength(Lengths.Name)] string Name,
    OrganisationKind Kind,
    OrganisationOwnership Ownership = OrganisationOwnership.Own,
    [RecipePhone] string? Phone = null,
    [RegularExpression(CodeForm.Division)] string? Division = null,
    [MaxLength(Lengths.Address)] string? Address = null,
    [Range(-90, 90)] double? Latitude = null,
    [Range(-180, 180)] double? Longitude = null,
    Datum Datum = Datum.Gcj02,
    [MaxLength(Lengths.Name)] string? Opening = null,
    bool Active = true,
    [RecipeRef("principal")] IReadOnlyList<string>? Principals = null,
    IReadOnlyList<AreaRow>? Areas = null,
    PortalRow? Portal = null,
    IReadOnlyList<OrganisationRow>? Children = null)
{
    internal GeoPoint? Position() => Latitude is { } latitude && Longitude is { } longitude ? new GeoPoint(latitude, longitude, Datum) : null;
}

/// <param name="Exception">Why a county has a second primary outlet.</param>
internal sealed record AreaRow(
    [RecipeRef("principal")] string Principal,
    [MinLength(1), MaxLength(Lengths.Code)] IReadOnlyList<string> Categories,
    [MinLength(1), RegularExpression(CodeForm.DivisionPart)] IReadOnlyList<string> Divisions,
    bool Primary = false,
    [MaxLength(Lengths.Name)] string? Exception = null);

internal sealed record PortalRow(
    [RecipeKey("portal"), MaxLength(32)] string Slug,
    [MinLength(1), MaxLength(Lengths.Name)] string Name,
    [RegularExpression("^#[0-9a-fA-F]{6}$")] string? Accent = null,
    [RecipePhone] string? Hotline = null);
