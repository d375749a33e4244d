using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Queries;
using ServicePlatform.WorkOrders.Visits;

namespace ServicePlatform.WorkOrders.Orders.Queries;

internal sealed class TechnicianLoadHandler(ISiteDb db, SiteDay days) : IQueryHandler<TechnicianLoad, IReadOnlyList<TakenWindow>>
{
    private const int Limit = 50;

    private static readonly List<VisitState> Open = [.. VisitStates.Open];
    private static readonly List<VisitState> Promised = [.. VisitStates.Promised];

    public async Task<Result<IReadOnlyList<TakenWindow>>> HandleAsync(TechnicianLoad query, CancellationToken cancellationToken)
    {
        var order = await db.List<Order>().FirstOrDefaultAsync(row => row.Id == query.OrderId, cancellationToken);
        if (order is null)
        {
            return Failure.NotFound("orders.order-not-found");
        }

        if (order.TechnicianId is not { } technicianId)
        {
            return Array.Empty<TakenWindow>();
        }

        var today = days.Range(days.Today).From;
        return await db.Unscoped<Visit>("a technician's time is one, whoever's orders fill it; only windows are shown")
            .Where(visit => visit.TechnicianId == technicianId && visit.OrderId != order.Id && visit.PlannedUntil > today && Open.Contains(visit.State))
            .OrderBy(visit => visit.PlannedFrom)
            .Select(visit => new TakenWindow(visit.PlannedFrom, visit.PlannedUntil, Promised.Contains(visit.State)))
            .Take(Limit)
            .ToListAsync(cancellationToken);
    }
}
