using Microsoft.Extensions.Localization;
using ServicePlatform.Navigation;

namespace ServicePlatform.Accounts.Settings;

internal sealed class SettingsPages(IStringLocalizer<Texts> texts) : ISettingsPages
{
    public IEnumerable<SettingsPage> Pages =>
    [
        new(texts["Settings.General"], "/app/settings", 10, AccountPermissions.Settings),
        new(texts["Calendar.Title"], "/app/settings/calendar", 20, AccountPermissions.Settings),
        new(texts["Look.Title"], "/app/settings/look", 15, AccountPermissions.Settings),
        new(texts["Limits.Title"], "/app/settings/limits", 30, AccountPermissions.Settings),
        new(texts["Retention.Title"], "/app/settings/retention", 40, AccountPermissions.Retention),
        new(texts["Settings.Features"], "/app/settings/features", 90, AccountPermissions.Settings),
        new(texts["Recipe.Title"], "/app/settings/recipe", 95, AccountPermissions.Recipe),
    ];
}
