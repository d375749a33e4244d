using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Fields;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.Timelines;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Queries;
using ServicePlatform.WorkOrders.Visits;
using ServicePlatform.WorkOrders.Visits.Queries;

namespace ServicePlatform.WorkOrders.Orders.Queries;

internal sealed class GetOrderHandler(
    ISiteDb db,
    OrderHeads heads,
    JobContacts contacts,
    MachineViews machines,
    VisitViews visitViews,
    AssignmentViews assignments,
    ITimeline timeline,
    ICustomFields fields,
    IActorContext actors,
    ISiteContext site,
    IClock clock) : IQueryHandler<GetOrder, OrderPage>
{
    private const int Facts = 200;

    public async Task<Result<OrderPage>> HandleAsync(GetOrder query, CancellationToken cancellationToken)
    {
        var order = await db.List<Order>()
            .Include(row => row.Lines).Include(row => row.Assignments).Include(row => row.Pauses)
            .FirstOrDefaultAsync(row => row.Number == query.Number, cancellationToken);
        if (order is null)
        {
            return Failure.NotFound("orders.order-not-found");
        }

        var now = clock.UtcNow;
        var visits = await VisitsAsync(order, cancellationToken);
        var machineIds = order.Lines.Select(line => line.MachineId).OfType<Guid>().Distinct().ToList();
        var known = await machines.ReadAsync(machineIds, cancellationToken);
        var actions = new OrderActions(order, visits.Find(visit => visit.Id == order.VisitId), actors.Current);
        var all = actions.All();
        Subject[] subjects = order.RequestId is { } requestId ? [Subjects.Order(order.Id), Subjects.Request(requestId)] : [Subjects.Order(order.Id)];
        return new OrderPage(
            await heads.ReadAsync(order, now, cancellationToken),
            await contacts.ReadAsync(order.CustomerId, order.AddressId, order.ContactPhone, cancellationToken),
            [.. order.Lines.OrderBy(line => line.Number).Select(line => Line(line, known, visits))],
            [.. order.Clocks.Select(promise => promise.Read(order.Pauses, site.TimeZone, now))],
            await visitViews.ReadAsync(visits, known, cancellationToken),
            await assignments.ReadAsync(order, cancellationToken),
            [.. order.Pauses.OrderByDescending(pause => pause.StartedAt).Select(Pause)],
            all,
            actions.Next(all),
            await timeline.ReadAsync(subjects, Facts, cancellationToken),
            await fields.SheetAsync(Subjects.Order(order.Id), order.PrincipalId, cancellationToken));
    }

    /// <summary>Whoever holds the order sees all that was done on it, also by those who had it before.</summary>
    private Task<List<Visit>> VisitsAsync(Order order, CancellationToken cancellationToken) =>
        db.Unscoped<Visit>("visits of an order that the actor sees")
            .Where(visit => visit.OrderId == order.Id)
            .Include(visit => visit.Lines).Include(visit => visit.Steps).Include(visit => visit.Photos).Include(visit => visit.FilterChanges)
            .AsSplitQuery()
            .OrderByDescending(visit => visit.CreatedAt)
            .ToListAsync(cancellationToken);

    private static LineView Line(OrderLine line, IReadOnlyDictionary<Guid, MachineView> machines, List<Visit> visits) => new(
        line.Id,
        line.Number,
        line.JobType,
        line.State,
        line.MachineId is { } id ? machines.GetValueOrDefault(id) : null,
        visits.Find(visit => visit.Id == line.DoneVisitId)?.Number);

    private static PauseView Pause(Clocks.OrderPause pause) =>
        new(pause.Reason, pause.Note, pause.StartedAt, pause.EndedAt, [.. Enum.GetValues<ClockKind>().Where(pause.Stops)]);
}
