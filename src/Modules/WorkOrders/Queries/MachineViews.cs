using ServicePlatform.Devices.Contracts;

namespace ServicePlatform.WorkOrders.Queries;

/// <summary>Reads machines with their filters, as far as the actor may see them.</summary>
internal sealed class MachineViews(IMachineReader machines)
{
    public async Task<IReadOnlyDictionary<Guid, MachineView>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return new Dictionary<Guid, MachineView>();
        }

        var known = await machines.GetAsync(ids, cancellationToken);
        var filters = (await machines.FiltersAsync(ids, cancellationToken)).ToLookup(filter => filter.MachineId);
        return known.Values.ToDictionary(machine => machine.Id, machine => new MachineView(
            machine.Id,
            machine.ModelName,
            machine.Serial,
            machine.CategoryCode,
            machine.Status,
            machine.IsOrphan,
            machine.InstalledOn,
            [.. filters[machine.Id].OrderBy(filter => filter.Position)]));
    }
}
