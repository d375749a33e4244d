using Microsoft.Extensions.Localization;
using ServicePlatform.Navigation;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Security;

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

/// <summary>Whoever looks after people and has no work of his own begins with the technicians and what they can do.</summary>
internal sealed class TechniciansHome : IHomePage
{
    public int Priority => 1;

    public string Path => "/app/technicians";

    public bool IsFor(IActor actor) => actor.Can(NetworkPermissions.View);
}
