using ServicePlatform.Security;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders.Queries;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>The tab of the list of orders that a person most probably comes for.</summary>
internal static class UsualTab
{
    public static OrderTab Of(IActor actor) => actor switch
    {
        _ when actor.Can(OrderPermissions.Review) && actor.Can(OrderPermissions.Dispatch) => OrderTab.Late,
        _ when actor.Can(OrderPermissions.RunOutlet) => OrderTab.ToAccept,
        _ when actor.Can(OrderPermissions.Dispatch) => OrderTab.ToDispatch,
        _ when actor.Can(OrderPermissions.Review) => OrderTab.UnderReview,
        _ => OrderTab.All,
    };
}
