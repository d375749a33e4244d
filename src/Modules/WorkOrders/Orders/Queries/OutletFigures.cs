using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Sites;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Visits;

namespace ServicePlatform.WorkOrders.Orders.Queries;

/// <summary>Load and refusals of outlets, for choosing among them. Numbers only: the scope of the reader is not applied.</summary>
internal sealed class OutletFigures(ISiteDb db, IClock clock)
{
    private static readonly List<OrderState> Running = [.. OrderStates.Running];
    private static readonly TimeSpan Window = TimeSpan.FromDays(90);

    public async Task<OutletFigureSet> ReadAsync(IReadOnlyCollection<Guid> outletIds, Order order, CancellationToken cancellationToken)
    {
        var ids = outletIds.ToList();
        var since = clock.UtcNow - Window;
        var load = await db.Unscoped<Order>("how many jobs an outlet has is a number, not a row")
            .Where(row => row.OutletId != null && ids.Contains(row.OutletId.Value) && Running.Contains(row.State))
            .GroupBy(row => row.OutletId!.Value)
            .Select(group => new { Id = group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Id, row => row.Count, cancellationToken);
        var history = await db.Set<OrderAssignment>().AsNoTracking()
            .Where(row => ids.Contains(row.OrganisationId) && row.AssignedAt >= since)
            .GroupBy(row => new { row.OrganisationId, row.End })
            .Select(group => new { group.Key.OrganisationId, group.Key.End, Count = group.Count() })
            .ToListAsync(cancellationToken);
        var machineIds = order.Lines.Select(line => line.MachineId).OfType<Guid>().ToList();
        var paths = machineIds.Count == 0
            ? []
            : await db.Unscoped<Visit>("which outlets have served a machine is no secret to its dispatcher")
                .Where(visit => visit.MachineId != null && machineIds.Contains(visit.MachineId.Value) && visit.State == VisitState.Finished)
                .Join(db.Unscoped<Order>("the outlet of each visit's order"), visit => visit.OrderId, row => row.Id, (visit, row) => row.OutletId)
                .Distinct().ToListAsync(cancellationToken);
        return new OutletFigureSet(
            load,
            history.Where(row => row.End == AssignmentEnd.Refused).ToDictionary(row => row.OrganisationId, row => row.Count),
            history.GroupBy(row => row.OrganisationId).ToDictionary(group => group.Key, group => group.Sum(row => row.Count)),
            paths.OfType<Guid>().ToHashSet());
    }
}

internal sealed class OutletFigureSet(
    IReadOnlyDictionary<Guid, int> load, IReadOnlyDictionary<Guid, int> refusals, IReadOnlyDictionary<Guid, int> assignments, IReadOnlySet<Guid> served)
{
    public int OpenOrders(Guid outletId) => load.GetValueOrDefault(outletId);

    public int Refusals(Guid outletId) => refusals.GetValueOrDefault(outletId);

    public int Assignments(Guid outletId) => assignments.GetValueOrDefault(outletId);

    public bool KnowsMachine(Guid outletId) => served.Contains(outletId);
}
