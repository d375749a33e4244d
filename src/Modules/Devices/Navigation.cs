using Microsoft.Extensions.Localization;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Navigation;

namespace ServicePlatform.Devices;

internal sealed class Navigation(IStringLocalizer<Texts> texts) : INavigationProvider
{
    public IEnumerable<NavigationItem> Items =>
    [
        new(texts["Machines.Title"], "/app/machines", "droplets", NavigationGroup.Customers, 20, DevicePermissions.View),
        new(texts["Import.Title"], "/app/imports", "file-up", NavigationGroup.Customers, 90, DevicePermissions.Import),
        new(texts["Models.Title"], "/app/models", "package", NavigationGroup.Setup, 30, DevicePermissions.Catalogue),
        new(texts["Categories.Title"], "/app/categories", "shapes", NavigationGroup.Setup, 31, DevicePermissions.Catalogue),
    ];
}
