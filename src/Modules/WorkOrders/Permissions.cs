using ServicePlatform.Security;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders;

internal sealed class Permissions : IPermissionProvider
{
    IEnumerable<Permission> IPermissionProvider.Permissions =>
    [
        new(
            OrderPermissions.View,
            StandardRoles.ServiceManager,
            StandardRoles.Agent,
            StandardRoles.Dispatcher,
            StandardRoles.Dealer,
            StandardRoles.Outlet,
            StandardRoles.Claims,
            StandardRoles.PrincipalViewer),
        new(OrderPermissions.Intake, StandardRoles.ServiceManager, StandardRoles.Agent, StandardRoles.Dealer),
        new(OrderPermissions.Dispatch, StandardRoles.ServiceManager, StandardRoles.Dispatcher, StandardRoles.Dealer),
        new(OrderPermissions.RunOutlet, StandardRoles.Dealer, StandardRoles.Outlet),
        new(
            OrderPermissions.Book,
            StandardRoles.ServiceManager,
            StandardRoles.Agent,
            StandardRoles.Dispatcher,
            StandardRoles.Dealer,
            StandardRoles.Outlet),
        new(OrderPermissions.Work, StandardRoles.Technician),
        new(OrderPermissions.Review, StandardRoles.ServiceManager, StandardRoles.Claims),
        new(OrderPermissions.VoidSignature, StandardRoles.ServiceManager, StandardRoles.Claims, StandardRoles.Dealer, StandardRoles.Outlet),
        new(OrderPermissions.Cancel, StandardRoles.ServiceManager, StandardRoles.Agent, StandardRoles.Dispatcher),
    ];
}
