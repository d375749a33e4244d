using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Orders.Queries;

/// <summary>What belongs to each tab of the order list.</summary>
internal static class OrderTabs
{
    private static readonly List<OrderState> Running = [.. OrderStates.Running];
    private static readonly List<OrderState> Plannable = [.. OrderStates.Plannable];
    private static readonly List<OrderState> Done = [OrderState.WorkDone, OrderState.UnderReview];

    /// <param name="today">The site's day as a range of UTC.</param>
    public static IQueryable<Order> In(this IQueryable<Order> orders, OrderTab tab, (DateTime From, DateTime Until) today, DateTime now) => tab switch
    {
        OrderTab.ToDispatch => orders.Where(order => order.State == OrderState.PendingDispatch),
        OrderTab.Refused => orders.Where(order => order.State == OrderState.PendingDispatch && order.RefusalCount > 0),
        OrderTab.ToAccept => orders.Where(order => order.State == OrderState.OutletAssigned),
        OrderTab.ToBook => orders.Where(order => Plannable.Contains(order.State) && !order.AppointmentConfirmed),
        OrderTab.Today => orders.Where(order => Running.Contains(order.State) && order.AppointmentFrom >= today.From && order.AppointmentFrom < today.Until),
        OrderTab.UnderReview => orders.Where(order => Done.Contains(order.State)),
        OrderTab.Late => orders.Where(order => Running.Contains(order.State) && order.LateFrom < now),
        _ => orders,
    };

    /// <summary>A promise whose clock runs is past its time.</summary>
    public static bool IsLate(this Order order, DateTime now) => OrderStates.Running.Contains(order.State) && order.LateFrom < now;
}
