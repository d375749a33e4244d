using ServicePlatform.Commands;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.WorkOrders.Orders.Queries;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>Builds the page of an order for its reader: asks only for what his dialogs need.</summary>
internal sealed class OrderScreens(ISender sender, IMachineReader machines, TimeSlots slots)
{
    public async Task<Result<OrderScreen>> BuildAsync(string number, CancellationToken cancellationToken)
    {
        var found = await sender.AskAsync(new GetOrder(number), cancellationToken);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        var page = found.Value;
        var id = page.Head.Id;
        var taken = Can(page, OrderAction.Book) && page.Head.TechnicianId is not null ? Listed(await sender.AskAsync(new TechnicianLoad(id), cancellationToken)) : [];
        return new OrderScreen(
            page,
            Can(page, OrderAction.AssignOutlet) ? Listed(await sender.AskAsync(new OutletChoices(id), cancellationToken)) : [],
            Can(page, OrderAction.AssignTechnician) ? Listed(await sender.AskAsync(new TechnicianChoices(id), cancellationToken)) : [],
            Can(page, OrderAction.AddLine) && page.Contact is { } contact ? await machines.OfCustomersAsync([contact.CustomerId], cancellationToken) : [],
            Can(page, OrderAction.Book) ? slots.Offer(taken, Proposed(page.Head), (page.Head.WishedFrom, page.Head.WishedUntil, "Ui.Window.Wished")) : [])
        {
            Taken = taken,
        };
    }

    private static bool Can(OrderPage page, OrderAction action) => page.Actions.Any(view => view.Action == action && view.IsAllowed);

    private static IReadOnlyList<T> Listed<T>(Result<IReadOnlyList<T>> answer) => answer.Succeeded ? answer.Value : [];

    private static (DateTime? From, DateTime? Until, string Label) Proposed(OrderHead head) =>
        head.AppointmentConfirmed ? (null, null, "") : (head.AppointmentFrom, head.AppointmentUntil, "Ui.Window.Proposed");
}
