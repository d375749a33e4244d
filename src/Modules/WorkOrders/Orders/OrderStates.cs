using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.History;
using static ServicePlatform.WorkOrders.Contracts.OrderState;

namespace ServicePlatform.WorkOrders.Orders;

/// <summary>The transitions of an order. Appointment, stock, payment and call-back are axes of their own.</summary>
internal static class OrderStates
{
    public static StateTable<OrderState> Table { get; } = new StateTable<OrderState> { Start = Draft }
        .Allow(Draft, PendingDispatch, Voided)
        .Allow(PendingDispatch, OutletAssigned, Cancelled, Voided)
        .Allow(OutletAssigned, OutletAccepted, PendingDispatch, Cancelled, Voided)
        .Allow(OutletAccepted, TechnicianAssigned, PendingDispatch, Cancelled)
        .Allow(TechnicianAssigned, InProgress, PendingDispatch, Cancelled, Unfixable)
        .Allow(InProgress, WorkDone, TechnicianAssigned, Cancelled)
        .Allow(WorkDone, UnderReview)
        .Allow(UnderReview, Closed, TechnicianAssigned, Unfixable)
        .Allow(Closed)
        .Allow(Cancelled)
        .Allow(Unfixable)
        .Allow(Voided);

    /// <summary>Neither ended nor done: a promise may still run.</summary>
    public static IReadOnlyList<OrderState> Running { get; } =
        [PendingDispatch, OutletAssigned, OutletAccepted, TechnicianAssigned, InProgress];

    /// <summary>Not ended.</summary>
    public static IReadOnlyList<OrderState> Open { get; } = [.. Running, WorkDone, UnderReview];

    /// <summary>Before the first step out of the door: appointments can be made, the job can be given back.</summary>
    public static IReadOnlyList<OrderState> Plannable { get; } =
        [PendingDispatch, OutletAssigned, OutletAccepted, TechnicianAssigned];

    /// <summary>An outlet has it and has not begun.</summary>
    public static IReadOnlyList<OrderState> AtOutlet { get; } = [OutletAssigned, OutletAccepted, TechnicianAssigned];
}
