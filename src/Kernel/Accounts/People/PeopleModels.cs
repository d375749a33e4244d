using Microsoft.AspNetCore.Mvc.Rendering;
using ServicePlatform.Data;

namespace ServicePlatform.Accounts.People;

internal sealed record PeoplePage(int Total, Page<AccountLine> Page, bool Off, IReadOnlyList<SelectListItem> Roles);

internal sealed record AccountShow(AccountDetail Account, IReadOnlyList<SelectListItem> Roles);

/// <summary>A password that is shown once.</summary>
internal sealed record PasswordPage(Guid Id, string DisplayName, string UserName, string Password);

internal sealed class RolesForm
{
    public List<string>? Roles { get; set; }

    public List<string>? Seen { get; set; }
}

internal sealed class AccountForm
{
    public string? UserName { get; set; }

    public string? DisplayName { get; set; }

    public string? Phone { get; set; }

    public string? Place { get; set; }

    public string? PlaceText { get; set; }

    public List<string>? Roles { get; set; }

    public IReadOnlyList<SelectListItem> RoleOptions { get; set; } = [];

    /// <summary>Whether the site has organisations to choose from.</summary>
    public bool HasPlaces { get; set; }
}
