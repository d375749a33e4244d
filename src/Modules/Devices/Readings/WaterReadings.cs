using Microsoft.EntityFrameworkCore;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Filters;
using ServicePlatform.Devices.Machines;

namespace ServicePlatform.Devices.Readings;

/// <summary>What is known of the water at machines: their own last readings, else those of the compound.</summary>
internal sealed class WaterReadings(ISiteDb db, ICompoundReader compounds, SiteDays days)
{
    public async Task<IReadOnlyDictionary<Guid, Water>> OfAsync(IReadOnlyCollection<Machine> machines, CancellationToken cancellationToken)
    {
        var ids = machines.Select(machine => machine.Id).ToList();
        var readings = await db.List<Reading>()
            .Where(reading => ids.Contains(reading.MachineId)
                && (reading.Kind == ReadingKind.Hardness || reading.Kind == ReadingKind.TdsIn || reading.Kind == ReadingKind.TdsOut))
            .OrderByDescending(reading => reading.At)
            .ToListAsync(cancellationToken);
        var byMachine = readings.ToLookup(reading => reading.MachineId);
        var unmeasured = machines.Where(machine => byMachine[machine.Id].All(reading => reading.Kind != ReadingKind.Hardness));
        var places = unmeasured.Select(machine => machine.AddressId).OfType<Guid>().Distinct().ToList();
        var ofPlaces = places.Count == 0 ? new Dictionary<Guid, CompoundWater>() : await compounds.ByAddressAsync(places, cancellationToken);
        return machines.ToDictionary(machine => machine.Id, machine => new Water(
            byMachine[machine.Id].FirstOrDefault(reading => reading.Kind == ReadingKind.Hardness)?.Value
                ?? (machine.AddressId is { } place && ofPlaces.TryGetValue(place, out var water) ? water.Hardness : null),
            PairsOf(byMachine[machine.Id])));
    }

    /// <summary>What is known of the water at an address, whatever stands there.</summary>
    public async Task<Water> OfPlaceAsync(Guid? addressId, CancellationToken cancellationToken) =>
        addressId is { } place && (await compounds.ByAddressAsync([place], cancellationToken)).TryGetValue(place, out var water)
            ? new Water(water.Hardness, [])
            : new Water(null, []);

    /// <summary>Readings before and after the membrane from one occasion, the last occasion first.</summary>
    internal IReadOnlyList<TimedPair> PairsOf(IEnumerable<Reading> newestFirst) =>
        [.. newestFirst
            .Where(reading => reading.Kind is ReadingKind.TdsIn or ReadingKind.TdsOut)
            .GroupBy(reading => reading.VisitId?.ToString() ?? reading.At.Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal)
            .Select(occasion => (
                In: occasion.FirstOrDefault(reading => reading.Kind == ReadingKind.TdsIn),
                Out: occasion.FirstOrDefault(reading => reading.Kind == ReadingKind.TdsOut)))
            .Where(pair => pair is { In: not null, Out: not null })
            .Select(pair => new TimedPair(pair.Out!.At, new TdsPair(pair.In!.Value, pair.Out.Value, days.Of(pair.Out.At))))];
}

/// <param name="Hardness">mg/L as CaCO3.</param>
/// <param name="Pairs">Newest first.</param>
internal sealed record Water(double? Hardness, IReadOnlyList<TimedPair> Pairs)
{
    /// <summary>The last pair that was read after a change; what was read before it speaks of the old membrane.</summary>
    public TdsPair? PairSince(DateTime changedAt) => Pairs.FirstOrDefault(pair => pair.At > changedAt)?.Pair;
}

internal sealed record TimedPair(DateTime At, TdsPair Pair);
