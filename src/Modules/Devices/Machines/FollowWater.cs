using Microsoft.EntityFrameworkCore;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Filters;
using ServicePlatform.Events;

namespace ServicePlatform.Devices.Machines;

/// <summary>
/// Brings due dates in step with new figures of the water in a compound, there and near it. Each delivery does a bounded number of
/// addresses and raises the next.
/// </summary>
internal sealed class FollowWater(ISiteDb db, ICompoundReader compounds, DueDates dueDates, IEvents events)
    : IEventListener<CompoundWaterRecorded>, IEventListener<WaterChangeSpread>
{
    private const int BatchSize = 200;

    public Task HandleAsync(CompoundWaterRecorded domainEvent, EventDelivery delivery, CancellationToken cancellationToken) =>
        SpreadAsync(domainEvent.CompoundId, Guid.Empty, cancellationToken);

    public Task HandleAsync(WaterChangeSpread domainEvent, EventDelivery delivery, CancellationToken cancellationToken) =>
        SpreadAsync(domainEvent.CompoundId, domainEvent.After, cancellationToken);

    private async Task SpreadAsync(Guid compoundId, Guid after, CancellationToken cancellationToken)
    {
        var addresses = await compounds.AddressesAsync(compoundId, after, BatchSize, cancellationToken);
        var (places, customers) = (addresses.Select(address => address.AddressId).ToList(), addresses.Select(address => address.CustomerId).Distinct().ToList());
        var machines = await db.Set<Machine>()
            .Where(machine => customers.Contains(machine.CustomerId) && machine.AddressId != null && places.Contains(machine.AddressId.Value))
            .ToListAsync(cancellationToken);
        await dueDates.RecomputeAsync(machines, cancellationToken);
        if (addresses.Count == BatchSize)
        {
            events.Publish(new WaterChangeSpread(compoundId, places[^1]));
        }
    }
}
