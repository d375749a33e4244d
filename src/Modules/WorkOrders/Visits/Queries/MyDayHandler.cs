using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Sites;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders;
using ServicePlatform.WorkOrders.Queries;

namespace ServicePlatform.WorkOrders.Visits.Queries;

internal sealed class MyDayHandler(ISiteDb db, MyVisits mine, JobNames names, ICustomerContacts contacts, SiteDay days, IClock clock) : IQueryHandler<MyDay, DayList>
{
    private const string Own = "visits that name the technician of the signed-in account";
    private const int Most = 100;

    private static readonly List<VisitState> Open = [.. VisitStates.Open];
    private static readonly List<VisitState> UnderWay = [.. VisitStates.UnderWay];
    private static readonly List<VisitState> Dropped = [VisitState.Rescheduled, VisitState.Cancelled];
    private static readonly List<OrderState> Waiting = [OrderState.TechnicianAssigned];

    public async Task<Result<DayList>> HandleAsync(MyDay query, CancellationToken cancellationToken)
    {
        if (await mine.TechnicianAsync(cancellationToken) is not { } technician)
        {
            return Failure.Forbidden("orders.not-a-technician");
        }

        var day = query.Day ?? days.Today;
        var (from, until) = days.Range(day);
        var isToday = day == days.Today;
        var own = db.Unscoped<Visit>(Own).Where(visit => visit.TechnicianId == technician.Id);
        var visits = await own
            .Where(visit => (visit.PlannedFrom >= from && visit.PlannedFrom < until && !Dropped.Contains(visit.State))
                || (isToday && visit.PlannedFrom < from && Open.Contains(visit.State))
                || (isToday && UnderWay.Contains(visit.State)))
            .OrderBy(visit => visit.PlannedFrom).Take(Most).ToListAsync(cancellationToken);
        var later = await own.CountAsync(visit => visit.PlannedFrom >= until && Open.Contains(visit.State), cancellationToken);
        var toPlan = await db.Unscoped<Order>("orders that name the technician of the signed-in account")
            .CountAsync(order => order.TechnicianId == technician.Id && Waiting.Contains(order.State) && order.VisitId == null, cancellationToken);
        return new DayList(technician.Name, day, await RowsAsync(visits, cancellationToken), later, toPlan);
    }

    private async Task<IReadOnlyList<DayVisit>> RowsAsync(List<Visit> visits, CancellationToken cancellationToken)
    {
        var visitIds = visits.ConvertAll(visit => visit.Id);
        var orderIds = visits.Select(visit => visit.OrderId).Distinct().ToList();
        var orders = await db.Unscoped<Order>("orders of the technician's own visits").Where(order => orderIds.Contains(order.Id))
            .ToDictionaryAsync(order => order.Id, cancellationToken);
        var steps = await db.Set<VisitStep>().AsNoTracking().Where(step => visitIds.Contains(step.VisitId))
            .GroupBy(step => step.VisitId)
            .Select(group => new { VisitId = group.Key, Total = group.Count(), Done = group.Count(step => step.DoneAt != null) })
            .ToDictionaryAsync(row => row.VisitId, cancellationToken);
        var named = await names.OfAsync(orders.Values, cancellationToken);
        var known = await contacts.GetAsync([.. visits.Select(visit => visit.CustomerId).Distinct()], cancellationToken);
        return visits.ConvertAll(visit =>
        {
            var order = orders[visit.OrderId];
            var done = steps.GetValueOrDefault(visit.Id);
            return new DayVisit(
                visit.Id,
                visit.Number,
                order.Number,
                visit.State,
                visit.JobType,
                order.Urgency,
                visit.PlannedFrom,
                visit.PlannedUntil,
                VisitStates.Planned.Contains(visit.State) && visit.PlannedUntil < clock.UtcNow,
                named.Customer(visit.CustomerId),
                named.Place(visit.AddressId, order.DivisionCode),
                known.GetValueOrDefault(visit.CustomerId)?.Addresses.FirstOrDefault(address => address.Id == visit.AddressId)?.Text,
                named.Machine(visit.MachineId),
                done?.Done ?? 0,
                done?.Total ?? 0);
        });
    }
}
