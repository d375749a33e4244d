using Microsoft.Extensions.Localization;
using ServicePlatform.Navigation;

namespace ServicePlatform.Background;

internal sealed class Navigation(IStringLocalizer<Texts> texts) : INavigationProvider
{
    public IEnumerable<NavigationItem> Items =>
        [new(texts["Background.Title"], "/app/jobs", "activity", NavigationGroup.Setup, 40, BackgroundPermissions.Manage)];
}
