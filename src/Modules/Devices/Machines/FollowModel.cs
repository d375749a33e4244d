using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Filters;
using ServicePlatform.Devices.Models;
using ServicePlatform.Events;
using ServicePlatform.Sites;

namespace ServicePlatform.Devices.Machines;

/// <summary>
/// Brings the machines of a changed model in step with it: category, lives of filters and due dates.
/// Each delivery does a bounded number and raises the next.
/// </summary>
internal sealed class FollowModel(ISiteDb db, FilterChain filters, DueDates dueDates, SiteDays days, IEvents events, IClock clock)
    : IEventListener<ModelChanged>, IEventListener<ModelChangeSpread>
{
    private const int BatchSize = 200;

    public Task HandleAsync(ModelChanged domainEvent, EventDelivery delivery, CancellationToken cancellationToken) =>
        SpreadAsync(domainEvent.ModelId, Guid.Empty, cancellationToken);

    public Task HandleAsync(ModelChangeSpread domainEvent, EventDelivery delivery, CancellationToken cancellationToken) =>
        SpreadAsync(domainEvent.ModelId, domainEvent.After, cancellationToken);

    private async Task SpreadAsync(Guid modelId, Guid after, CancellationToken cancellationToken)
    {
        var model = await db.List<Model>().Include(known => known.Filters).FirstOrDefaultAsync(known => known.Id == modelId, cancellationToken);
        var machines = await db.Set<Machine>()
            .Where(machine => machine.ModelId == modelId && machine.Id.CompareTo(after) > 0)
            .OrderBy(machine => machine.Id).Take(BatchSize).ToListAsync(cancellationToken);
        if (model is null || machines.Count == 0)
        {
            return;
        }

        await FollowAsync(model, machines, cancellationToken);
        if (machines.Count == BatchSize)
        {
            events.Publish(new ModelChangeSpread(modelId, machines[^1].Id));
        }
    }

    private async Task FollowAsync(Model model, List<Machine> machines, CancellationToken cancellationToken)
    {
        var ids = machines.ConvertAll(machine => machine.Id);
        var current = await db.Set<InstalledFilter>()
            .Where(filter => ids.Contains(filter.MachineId) && filter.CurrentPosition != null).ToListAsync(cancellationToken);
        FilterChain.Follow([.. model.Filters], current, clock.UtcNow);

        foreach (var machine in machines)
        {
            machine.CategoryId = model.CategoryId;
            if (machine.CountsFilters && machine.InstalledOn is { } since)
            {
                await filters.FillAsync(machine, null, days.MomentOf(since), cancellationToken);
            }
        }

        await dueDates.RecomputeAsync(machines, cancellationToken);
    }
}
