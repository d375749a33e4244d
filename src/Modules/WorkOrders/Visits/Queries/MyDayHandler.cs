using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders;
using ServicePlatform.WorkOrders.Queries;

namespace ServicePlatform.WorkOrders.Visits.Queries;

internal sealed class MyDayHandler(ISiteDb db, MyVisits mine, DayRows rows, SiteDay days) : IQueryHandler<MyDay, DayList>
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
        return new DayList(technician.Name, day, await rows.ReadAsync(visits, cancellationToken), later, toPlan);
    }
}
