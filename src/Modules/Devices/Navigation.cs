using Microsoft.Extensions.Localization;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Navigation;
using ServicePlatform.Security;

namespace ServicePlatform.Devices;

internal sealed class Navigation(IStringLocalizer<Texts> texts) : INavigationProvider
{
    public IEnumerable<NavigationItem> Items =>
    [
        new(texts["Machines.Title"], "/app/machines", "droplets", NavigationGroup.Customers, 20, DevicePermissions.View),
        new(texts["Demand.Title"], "/app/filter-demand", "package", NavigationGroup.Work, 60, DevicePermissions.Demand),
        new(texts["Import.Title"], "/app/imports", "file-up", NavigationGroup.Customers, 90, DevicePermissions.Import),
        new(texts["Models.Title"], "/app/models", "package", NavigationGroup.Setup, 30, DevicePermissions.Catalogue),
        new(texts["Categories.Title"], "/app/categories", "shapes", NavigationGroup.Setup, 31, DevicePermissions.Catalogue),
    ];
}

/// <summary>Whoever keeps the stock and sees no machine begins with what will be needed.</summary>
internal sealed class DemandHome : IHomePage
{
    public int Priority => 5;

    public string Path => "/app/filter-demand";

    public bool IsFor(IActor actor) => actor.Can(DevicePermissions.Demand) && !actor.Can(DevicePermissions.View);
}
