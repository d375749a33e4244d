using Microsoft.Extensions.Localization;
using ServicePlatform.Navigation;
using ServicePlatform.Security;

namespace ServicePlatform.Accounts;

internal sealed class Navigation(IActorContext actors, IStringLocalizer<Texts> texts) : INavigationProvider
{
    public IEnumerable<NavigationItem> Items =>
    [
        new(texts["People.Title"], "/app/accounts", "users-round", NavigationGroup.Setup, 10, AccountPermissions.Manage),
        new(texts["Roles.Title"], "/app/roles", "shield-check", NavigationGroup.Setup, 20, AccountPermissions.Roles),
        new(texts["Audit.Title"], "/app/audit", "history", NavigationGroup.Setup, 25, AccountPermissions.Audit),
        actors.Current.Can(AccountPermissions.Settings)
            ? new(texts["Settings.Title"], "/app/settings", "settings", NavigationGroup.Setup, 30, AccountPermissions.Settings)
            : new(texts["Retention.Title"], "/app/settings/retention", "calendar-clock", NavigationGroup.Setup, 30, AccountPermissions.Retention),
    ];
}
