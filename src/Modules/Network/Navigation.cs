using Microsoft.Extensions.Localization;
using ServicePlatform.Navigation;
using ServicePlatform.Network.Contracts;

namespace ServicePlatform.Network;

internal sealed class Navigation(IStringLocalizer<Texts> texts) : INavigationProvider
{
    public IEnumerable<NavigationItem> Items =>
    [
        new(texts["Organisations.Title"], "/app/organisations", "network", NavigationGroup.Network, 10, NetworkPermissions.View),
        new(texts["Technicians.Title"], "/app/technicians", "hard-hat", NavigationGroup.Network, 20, NetworkPermissions.View),
        new(texts["Principals.Title"], "/app/principals", "badge-check", NavigationGroup.Network, 30, NetworkPermissions.Edit),
    ];
}
