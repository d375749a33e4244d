using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Filters;
using ServicePlatform.Security;

namespace ServicePlatform.Devices.Machines;

internal sealed class MachineReader(ISiteDb db, MachineSummaries summaries, SiteDays days, IActorContext actors) : IMachineReader
{
    public async Task<IReadOnlyDictionary<Guid, MachineSummary>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var machines = await db.List<Machine>().Where(machine => ids.Contains(machine.Id)).ToListAsync(cancellationToken);
        return (await summaries.OfAsync(machines, cancellationToken)).ToDictionary(machine => machine.Id);
    }

    public async Task<IReadOnlyList<MachineSummary>> OfCustomersAsync(IReadOnlyCollection<Guid> customerIds, CancellationToken cancellationToken)
    {
        var machines = await db.List<Machine>().Where(machine => customerIds.Contains(machine.CustomerId))
            .OrderBy(machine => machine.RegisteredAt).ToListAsync(cancellationToken);
        return await summaries.OfAsync(machines, cancellationToken);
    }

    public async Task<IReadOnlyList<FilterState>> FiltersAsync(IReadOnlyCollection<Guid> machineIds, CancellationToken cancellationToken)
    {
        var visible = db.List<Machine>().Where(machine => machineIds.Contains(machine.Id)).Select(machine => machine.Id);
        return await StatesAsync(visible, cancellationToken);
    }

    public async Task<IReadOnlyList<MachineSummary>> OwnAsync(CancellationToken cancellationToken)
    {
        var machines = await Own().OrderBy(machine => machine.RegisteredAt).ToListAsync(cancellationToken);
        return await summaries.OfAsync(machines, cancellationToken);
    }

    public Task<IReadOnlyList<FilterState>> OwnFiltersAsync(CancellationToken cancellationToken) =>
        StatesAsync(Own().Select(machine => machine.Id), cancellationToken);

    private IQueryable<Machine> Own()
    {
        var own = actors.Current.CustomerIds;
        return db.Unscoped<Machine>("the customer's own machines").Where(machine => own.Contains(machine.CustomerId) && machine.Status != MachineStatus.Scrapped);
    }

    private async Task<IReadOnlyList<FilterState>> StatesAsync(IQueryable<Guid> machineIds, CancellationToken cancellationToken)
    {
        var filters = await db.List<InstalledFilter>()
            .Where(filter => filter.CurrentPosition != null && machineIds.Contains(filter.MachineId))
            .OrderBy(filter => filter.MachineId).ThenBy(filter => filter.Position)
            .ToListAsync(cancellationToken);
        var today = days.Today;
        return filters.ConvertAll(filter => filter.StateOn(today));
    }
}
