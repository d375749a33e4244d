using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Devices.Machines;
using ServicePlatform.Devices.Models;
using ServicePlatform.Devices.Readings;

namespace ServicePlatform.Devices.Filters;

/// <summary>Keeps the due dates of filters in step with the facts that they rest on. Called when a fact has been saved.</summary>
internal sealed class DueDates(ISiteDb db, WaterReadings waters)
{
    public async Task RecomputeAsync(IReadOnlyCollection<Machine> machines, CancellationToken cancellationToken)
    {
        await db.SaveAsync(cancellationToken);
        var ids = machines.Select(machine => machine.Id).ToList();
        var modelIds = machines.Select(machine => machine.ModelId).OfType<Guid>().Distinct().ToList();
        var filters = (await db.Set<InstalledFilter>()
            .Where(filter => ids.Contains(filter.MachineId) && filter.CurrentPosition != null)
            .ToListAsync(cancellationToken)).ToLookup(filter => filter.MachineId);
        var yields = await db.List<Model>().Where(model => modelIds.Contains(model.Id))
            .ToDictionaryAsync(model => model.Id, model => model.YieldPercent, cancellationToken);
        var water = await waters.OfAsync(machines, cancellationToken);
        foreach (var machine in machines)
        {
            var yieldPercent = machine.ModelId is { } modelId ? yields.GetValueOrDefault(modelId, Model.DefaultYieldPercent) : Model.DefaultYieldPercent;
            Recompute(machine, [.. filters[machine.Id]], yieldPercent, water[machine.Id]);
        }
    }

    /// <summary>The first due dates of a machine that is being registered: nothing has been read at it yet.</summary>
    public async Task StartAsync(Machine machine, IReadOnlyList<InstalledFilter> filters, Model? model, CancellationToken cancellationToken) =>
        Recompute(machine, filters, model?.YieldPercent ?? Model.DefaultYieldPercent, await waters.OfPlaceAsync(machine.AddressId, cancellationToken));

    internal static void Recompute(Machine machine, IReadOnlyList<InstalledFilter> current, int yieldPercent, Water water)
    {
        foreach (var filter in current)
        {
            var facts = new FilterFacts(
                filter.Specification,
                filter.InstalledOn,
                yieldPercent,
                machine.LitresPerDay ?? Machine.DefaultLitresPerDay,
                water.Hardness,
                water.PairSince(filter.InstalledAt));
            filter.SetDue(FilterLife.Compute(facts), facts);
        }

        machine.FiltersDueOn = machine.CountsFilters && current.Count > 0 ? current.Min(filter => filter.DueOn) : null;
    }
}
