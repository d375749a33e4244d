using ServicePlatform.Network.Contracts;
using ServicePlatform.Security;

namespace ServicePlatform.Network;

internal sealed class Permissions : IPermissionProvider
{
    IEnumerable<Permission> IPermissionProvider.Permissions { get; } =
    [
        new(
            NetworkPermissions.View,
            StandardRoles.ServiceManager,
            StandardRoles.Agent,
            StandardRoles.Dispatcher,
            StandardRoles.Dealer,
            StandardRoles.Outlet,
            StandardRoles.Claims,
            StandardRoles.Trainer,
            StandardRoles.PrincipalViewer),
        new(NetworkPermissions.Edit, StandardRoles.ServiceManager),
        new(NetworkPermissions.EditOwn, StandardRoles.Dealer),
    ];
}
