using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Geography;
using ServicePlatform.Privacy;
using ServicePlatform.WorkOrders.Visits;

namespace ServicePlatform.WorkOrders.Privacy;

/// <summary>Where technicians stood when they arrived. How far that was from the address stays with the visit.</summary>
internal sealed class PositionRetention(ISiteDb db, ILegalHolds holds) : IRetention
{
    private const string Because = "positions go at the end of their term, whoever holds the visit";

    public string Id => "orders.positions";

    public RetentionTerm Term { get; } = new(RetentionUnit.Days, Usual: 180, Least: 30, Longest: 1095);

    public Task<int> CountAsync(DateTime before, CancellationToken cancellationToken) => Due(before).CountAsync(cancellationToken);

    public async Task<RetentionStep> RemoveAsync(RetentionPass pass, CancellationToken cancellationToken)
    {
        var ids = await Due(pass.Before).OrderBy(visit => visit.Id).Take(pass.AtMost).Select(visit => visit.Id).ToListAsync(cancellationToken);
        await db.Unscoped<Visit>(Because).Where(visit => ids.Contains(visit.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(visit => visit.ArrivalLatitude, (double?)null).SetProperty(visit => visit.ArrivalLongitude, (double?)null)
                .SetProperty(visit => visit.ArrivalDatum, (Datum?)null).SetProperty(visit => visit.ArrivalAccuracyMetres, (double?)null)
                .SetProperty(visit => visit.Version, visit => visit.Version + 1),
            cancellationToken);
        return new RetentionStep(ids.Count, ids.Count == pass.AtMost);
    }

    private IQueryable<Visit> Due(DateTime before)
    {
        var held = holds.Customers;
        return db.Unscoped<Visit>(Because).Where(visit => visit.EndedAt < before && visit.ArrivalLatitude != null && !held.Contains(visit.CustomerId));
    }
}
