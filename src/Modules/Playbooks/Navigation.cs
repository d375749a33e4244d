using Microsoft.Extensions.Localization;
using ServicePlatform.Navigation;
using ServicePlatform.Playbooks.Contracts;

namespace ServicePlatform.Playbooks;

internal sealed class Navigation(IStringLocalizer<Texts> texts) : INavigationProvider
{
    public IEnumerable<NavigationItem> Items =>
    [
        new(texts["Procedures.Title"], "/app/playbooks", "clipboard-check", NavigationGroup.Knowledge, 10, PlaybookPermissions.View),
    ];
}
