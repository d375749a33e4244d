using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Security;

namespace ServicePlatform.Playbooks;

internal sealed class Permissions : IPermissionProvider
{
    IEnumerable<Permission> IPermissionProvider.Permissions { get; } =
    [
        new(
            PlaybookPermissions.View,
            StandardRoles.ServiceManager,
            StandardRoles.Agent,
            StandardRoles.Dispatcher,
            StandardRoles.Dealer,
            StandardRoles.Outlet,
            StandardRoles.Technician,
            StandardRoles.Claims,
            StandardRoles.Trainer,
            StandardRoles.PrincipalViewer),
        new(PlaybookPermissions.Edit, StandardRoles.ServiceManager),
        new(PlaybookPermissions.EditOwn, StandardRoles.Dealer),
    ];
}
