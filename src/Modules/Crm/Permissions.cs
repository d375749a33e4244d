using ServicePlatform.Crm.Contracts;
using ServicePlatform.Security;

namespace ServicePlatform.Crm;

internal sealed class Permissions : IPermissionProvider
{
    IEnumerable<Permission> IPermissionProvider.Permissions { get; } =
    [
        new(
            CrmPermissions.View,
            StandardRoles.ServiceManager,
            StandardRoles.Agent,
            StandardRoles.Dispatcher,
            StandardRoles.Dealer,
            StandardRoles.Outlet,
            StandardRoles.Claims,
            StandardRoles.PrincipalViewer),
        new(CrmPermissions.Edit, StandardRoles.ServiceManager, StandardRoles.Agent, StandardRoles.Dealer, StandardRoles.Outlet),
        new(CrmPermissions.Privacy),
        new(CrmPermissions.Hold),
        new(CrmPermissions.Reveal, StandardRoles.ServiceManager, StandardRoles.Agent, StandardRoles.Dispatcher),
    ];
}
