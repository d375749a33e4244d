using ServicePlatform.Commands;
using ServicePlatform.Security;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Queries;
using ServicePlatform.WorkOrders.Visits;

namespace ServicePlatform.WorkOrders.Orders.Queries;

/// <summary>What can be done with an order now and, where it cannot, why. The commands decide again by the same rules.</summary>
internal sealed class OrderActions(Order order, Visit? open, IActor actor)
{
    public IReadOnlyList<ActionView<OrderAction>> All() =>
    [
        View(OrderAction.AssignOutlet, OrderPermissions.Dispatch, In(OrderStates.Plannable)),
        View(OrderAction.Accept, OrderPermissions.RunOutlet, In([OrderState.OutletAssigned])),
        View(OrderAction.Refuse, OrderPermissions.RunOutlet, In(OrderStates.AtOutlet)),
        View(OrderAction.AssignTechnician, OrderPermissions.RunOutlet, In(OrderStates.AtOutlet)),
        View(OrderAction.Book, OrderPermissions.Book, CanBook()),
        View(OrderAction.Pause, OrderPermissions.Book, order.CanPause()),
        View(OrderAction.Resume, OrderPermissions.Book, order.PausedFor is null ? Failure.Conflict("orders.not-paused") : null),
        View(OrderAction.AddLine, OrderPermissions.Intake, In(OrderStates.Plannable)),
        View(OrderAction.StartReview, OrderPermissions.Review, In([OrderState.WorkDone])),
        View(OrderAction.Close, OrderPermissions.Review, In([OrderState.UnderReview])),
        View(OrderAction.SendBack, OrderPermissions.Review, In([OrderState.UnderReview])),
        View(OrderAction.VoidSignature, OrderPermissions.VoidSignature, open is null ? Failure.Conflict("orders.not-signed") : open.CanVoidSignature()),
        View(OrderAction.DeclareUnfixable, OrderPermissions.Review, To(OrderState.Unfixable)),
        View(OrderAction.Cancel, OrderPermissions.Cancel, To(OrderState.Cancelled) ?? Working()),
        View(OrderAction.Void, OrderPermissions.Cancel, To(OrderState.Voided)),
    ];

    /// <summary>The one thing that the reader most probably does next.</summary>
    public OrderAction? Next(IReadOnlyList<ActionView<OrderAction>> actions)
    {
        OrderAction?[] wanted =
        [
            order.State == OrderState.PendingDispatch ? OrderAction.AssignOutlet : null,
            OrderAction.Accept,
            order.TechnicianId is null ? OrderAction.AssignTechnician : null,
            order.AppointmentConfirmed ? null : OrderAction.Book,
            OrderAction.StartReview,
            OrderAction.Close,
        ];
        return Array.Find(wanted, action => action is not null && actions.Any(view => view.Action == action && view.IsAllowed));
    }

    private ActionView<OrderAction> View(OrderAction action, string permission, Failure? why) => new(action, actor.Can(permission), why);

    private Failure? In(IEnumerable<OrderState> states) => states.Contains(order.State) ? null : WrongState();

    private Failure? To(OrderState to) => OrderStates.Table.Allows(order.State, to) ? null : WrongState();

    private Failure? CanBook() =>
        order.State == OrderState.InProgress && open is { State: VisitState.EnRoute } ? null : order.CanBook();

    private Failure? Working() => open is { State: VisitState.Working } ? Failure.Conflict("orders.visit-is-working") : null;

    private Failure WrongState() => Failure.Conflict("orders.order-is-" + Words.Kebab(order.State.ToString()));
}
