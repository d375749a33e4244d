using Microsoft.EntityFrameworkCore;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Filters;
using ServicePlatform.Events;

namespace ServicePlatform.Devices.Machines;

/// <summary>
/// Brings due dates in step with a changed customer: another compound has other water, more people drink more. Each delivery does a
/// bounded number and raises the next. A new customer has no machines yet.
/// </summary>
internal sealed class FollowCustomer(ISiteDb db, DueDates dueDates, IEvents events) : IEventHandler<CustomerSaved>, IEventListener<HouseholdChangeSpread>
{
    private const int BatchSize = 200;

    public async Task HandleAsync(CustomerSaved domainEvent, CancellationToken cancellationToken)
    {
        if (!domainEvent.IsNew && await db.Unscoped<Machine>("only whether there is anything to do")
            .AnyAsync(machine => machine.CustomerId == domainEvent.CustomerId && machine.FiltersDueOn != null, cancellationToken))
        {
            events.Publish(new HouseholdChangeSpread(domainEvent.CustomerId, Guid.Empty));
        }
    }

    public async Task HandleAsync(HouseholdChangeSpread domainEvent, EventDelivery delivery, CancellationToken cancellationToken)
    {
        var machines = await db.Set<Machine>()
            .Where(machine => machine.CustomerId == domainEvent.CustomerId && machine.Id.CompareTo(domainEvent.After) > 0)
            .OrderBy(machine => machine.Id).Take(BatchSize).ToListAsync(cancellationToken);
        await dueDates.RecomputeAsync(machines, cancellationToken);
        if (machines.Count == BatchSize)
        {
            events.Publish(domainEvent with { After = machines[^1].Id });
        }
    }
}
