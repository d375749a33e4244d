using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Security;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Queries;

namespace ServicePlatform.WorkOrders.Visits.Queries;

/// <summary>The signed-in technician's visits after today, the next first, or those that have ended, the last first.</summary>
/// <param name="Done">True for those that have ended.</param>
[RequirePermission(OrderPermissions.Work)]
internal sealed record MyVisitList(bool Done) : IQuery<IReadOnlyList<DayVisit>>;

internal sealed class MyVisitListHandler(ISiteDb db, MyVisits mine, DayRows rows, SiteDay days) : IQueryHandler<MyVisitList, IReadOnlyList<DayVisit>>
{
    private const int Most = 50;

    private static readonly List<VisitState> Open = [.. VisitStates.Open];
    private static readonly List<VisitState> Ended = [VisitState.Finished, VisitState.Incomplete, VisitState.NobodyHome];

    public async Task<Result<IReadOnlyList<DayVisit>>> HandleAsync(MyVisitList query, CancellationToken cancellationToken)
    {
        if (await mine.TechnicianAsync(cancellationToken) is not { } technician)
        {
            return Failure.Forbidden("orders.not-a-technician");
        }

        var tomorrow = days.Range(days.Today).Until;
        var own = db.Unscoped<Visit>("visits that name the technician of the signed-in account").Where(visit => visit.TechnicianId == technician.Id);
        var visits = query.Done
            ? own.Where(visit => Ended.Contains(visit.State)).OrderByDescending(visit => visit.PlannedFrom)
            : own.Where(visit => visit.PlannedFrom >= tomorrow && Open.Contains(visit.State)).OrderBy(visit => visit.PlannedFrom);
        return Result<IReadOnlyList<DayVisit>>.Success(await rows.ReadAsync(await visits.Take(Most).ToListAsync(cancellationToken), cancellationToken));
    }
}
