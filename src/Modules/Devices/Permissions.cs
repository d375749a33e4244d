using ServicePlatform.Devices.Contracts;
using ServicePlatform.Security;

namespace ServicePlatform.Devices;

internal sealed class Permissions : IPermissionProvider
{
    IEnumerable<Permission> IPermissionProvider.Permissions { get; } =
    [
        new(DevicePermissions.View, StandardRoles.ServiceManager, StandardRoles.Agent, StandardRoles.Dispatcher, StandardRoles.Dealer, StandardRoles.Outlet, StandardRoles.Technician, StandardRoles.Claims, StandardRoles.PrincipalViewer),
        new(DevicePermissions.Edit, StandardRoles.ServiceManager, StandardRoles.Agent, StandardRoles.Dealer, StandardRoles.Outlet),
        new(DevicePermissions.Catalogue, StandardRoles.ServiceManager),
        new(DevicePermissions.Import, StandardRoles.ServiceManager),
        new(DevicePermissions.Export),
        new(DevicePermissions.Demand, StandardRoles.ServiceManager, StandardRoles.Dispatcher, StandardRoles.Warehouse),
    ];
}
