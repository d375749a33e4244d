using Microsoft.Extensions.Localization;
using ServicePlatform.Navigation;

namespace ServicePlatform.Accounts;

internal sealed class Navigation(IStringLocalizer<Texts> texts) : INavigationProvider
{
    public IEnumerable<NavigationItem> Items =>
    [
        new(texts["People.Title"], "/app/accounts", "users-round", NavigationGroup.Setup, 10, AccountPermissions.Manage),
        new(texts["Roles.Title"], "/app/roles", "shield-check", NavigationGroup.Setup, 20, AccountPermissions.Roles),
        new(texts["Audit.Title"], "/app/audit", "history", NavigationGroup.Setup, 25, AccountPermissions.Audit),
        new(texts["Settings.Title"], "/app/settings", "settings", NavigationGroup.Setup, 30, AccountPermissions.Settings),
    ];
}
