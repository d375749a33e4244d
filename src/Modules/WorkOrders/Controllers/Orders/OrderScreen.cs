using Microsoft.AspNetCore.Mvc.Rendering;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders;
using ServicePlatform.WorkOrders.Orders.Queries;
using ServicePlatform.WorkOrders.Queries;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>The page of an order with what its dialogs offer.</summary>
/// <param name="Outlets">Empty where the reader cannot dispatch it now.</param>
/// <param name="Technicians">Empty where he cannot name one now.</param>
/// <param name="Machines">The customer's, for a further line; empty where none can be added.</param>
/// <param name="Slots">Windows of time; empty where it cannot be booked now.</param>
internal sealed record OrderScreen(
    OrderPage Page,
    IReadOnlyList<OutletChoice> Outlets,
    IReadOnlyList<TechnicianChoice> Technicians,
    IReadOnlyList<MachineSummary> Machines,
    IReadOnlyList<SelectListItem> Slots)
{
    /// <summary>What the technician has on his hands already.</summary>
    public IReadOnlyList<TakenWindow> Taken { get; init; } = [];

    /// <summary>The dialog that came back with something wrong in it.</summary>
    public OrderAction? Open { get; init; }

    /// <summary>Actions that the reader may take in principle, the likely next one not among them.</summary>
    public IEnumerable<ActionView<OrderAction>> Others => Page.Actions.Where(action => action.MayAct && !Beside.Contains(action.Action));

    /// <summary>The next action and what is its alternative.</summary>
    public IReadOnlyList<OrderAction> Beside => Page.Next switch
    {
        _ when Page.Head.PausedFor is not null => Allowed([OrderAction.Resume, .. Page.Next is { } next ? [next] : Array.Empty<OrderAction>()]),
        OrderAction.Accept => Allowed(OrderAction.Accept, OrderAction.Refuse),
        OrderAction.Close => Allowed(OrderAction.Close, OrderAction.SendBack),
        { } next => Allowed(next),
        null => [],
    };

    /// <summary>Key of the text that says how the order stands: a technician who is named still waits for the appointment.</summary>
    public string Now => Page.Head is { State: OrderState.TechnicianAssigned, AppointmentConfirmed: false } ? "Ui.Now.ToBook" : "Ui.Now." + Page.Head.State;

    /// <summary>True while the agreed time of the visit lies ahead.</summary>
    public bool IsExpected => Page.Head.AppointmentConfirmed && OrderStates.Plannable.Contains(Page.Head.State);

    public bool Allows(OrderAction action) => Page.Actions.Any(view => view.Action == action && view.IsAllowed);

    private IReadOnlyList<OrderAction> Allowed(params OrderAction[] actions) => [.. actions.Where(Allows)];
}

/// <summary>One action of an order, as a button.</summary>
/// <param name="Kind">As in the design system: primary, secondary, menu.</param>
internal sealed record OrderButton(OrderScreen Screen, OrderAction Action, string Kind);
