using Microsoft.EntityFrameworkCore;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Devices.Machines;
using ServicePlatform.Devices.Models;
using ServicePlatform.Devices.Readings;

namespace ServicePlatform.Devices.Filters;

/// <summary>Keeps the due dates of filters in step with the facts that they rest on. Called when a fact has been saved.</summary>
internal sealed class DueDates(ISiteDb db, WaterReadings waters, IHouseholdReader households)
{
    public async Task RecomputeAsync(IReadOnlyCollection<Machine> machines, CancellationToken cancellationToken)
    {
        if (machines.Count == 0)
        {
            return;
        }

        await db.SaveAsync(cancellationToken);
        var ids = machines.Select(machine => machine.Id).ToList();
        var modelIds = machines.Select(machine => machine.ModelId).OfType<Guid>().Distinct().ToList();
        var filters = (await db.Set<InstalledFilter>()
            .Where(filter => ids.Contains(filter.MachineId) && filter.CurrentPosition != null)
            .ToListAsync(cancellationToken)).ToLookup(filter => filter.MachineId);
        var yields = await db.List<Model>().Where(model => modelIds.Contains(model.Id))
            .ToDictionaryAsync(model => model.Id, model => model.YieldPercent, cancellationToken);
        var water = await waters.OfAsync(machines, cancellationToken);
        var people = await households.SizesAsync(machines.Select(machine => machine.CustomerId).Distinct().ToList(), cancellationToken);
        foreach (var machine in machines)
        {
            var yieldPercent = machine.ModelId is { } modelId ? yields.GetValueOrDefault(modelId, Model.DefaultYieldPercent) : Model.DefaultYieldPercent;
            Recompute(machine, [.. filters[machine.Id]], yieldPercent, water[machine.Id], PaceOf(machine, people));
        }
    }

    /// <summary>The first due dates of a machine that is being registered: nothing has been read at it yet.</summary>
    public async Task StartAsync(Machine machine, IReadOnlyList<InstalledFilter> filters, Model? model, CancellationToken cancellationToken) =>
        Recompute(
            machine,
            filters,
            model?.YieldPercent ?? Model.DefaultYieldPercent,
            await waters.OfPlaceAsync(machine.AddressId, cancellationToken),
            await PaceOfAsync(machine, cancellationToken));

    /// <summary>How fast the machine's household drinks.</summary>
    public async Task<Pace> PaceOfAsync(Machine machine, CancellationToken cancellationToken) =>
        PaceOf(machine, machine.LitresPerDay is null ? await households.SizesAsync([machine.CustomerId], cancellationToken) : new Dictionary<Guid, int>());

    private static Pace PaceOf(Machine machine, IReadOnlyDictionary<Guid, int> people) =>
        Pace.Of(machine.LitresPerDay, people.TryGetValue(machine.CustomerId, out var size) ? size : null);

    private static void Recompute(Machine machine, IReadOnlyList<InstalledFilter> current, int yieldPercent, Water water, Pace pace)
    {
        foreach (var filter in current)
        {
            var facts = new FilterFacts(
                filter.Specification,
                filter.InstalledOn,
                yieldPercent,
                pace.LitresPerDay,
                water.Hardness,
                water.PairSince(filter.InstalledAt));
            filter.SetDue(FilterLife.Compute(facts), facts);
        }

        machine.FiltersDueOn = machine.CountsFilters && current.Count > 0 ? current.Min(filter => filter.DueOn) : null;
    }
}
