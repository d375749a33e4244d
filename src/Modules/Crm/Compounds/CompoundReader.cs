using Microsoft.EntityFrameworkCore;
using ServicePlatform.Crm.Addresses;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Geography;

namespace ServicePlatform.Crm.Compounds;

internal sealed partial class CompoundReader(ISiteDb db) : ICompoundReader
{
    /// <summary>Farther away the water may come from another works.</summary>
    private const double NearMetres = 2000;

    public async Task<IReadOnlyDictionary<Guid, CompoundWater>> ByCompoundAsync(IReadOnlyCollection<Guid> compoundIds, CancellationToken cancellationToken)
    {
        if (compoundIds.Count == 0)
        {
            return new Dictionary<Guid, CompoundWater>();
        }

        var rows = await (
            from reading in db.List<CompoundReading>()
            join compound in db.List<Compound>() on reading.CompoundId equals compound.Id
            where compoundIds.Contains(compound.Id)
            select new { compound.Name, reading }).ToListAsync(cancellationToken);
        return rows
            .GroupBy(row => row.reading.CompoundId)
            .ToDictionary(group => group.Key, group => Newest(group.First().Name, group.Select(row => row.reading)));
    }

    public async Task<IReadOnlyDictionary<Guid, CompoundWater>> ByAddressAsync(IReadOnlyCollection<Guid> addressIds, CancellationToken cancellationToken)
    {
        var addresses = addressIds.Count == 0 ? [] : await db.List<CustomerAddress>().Where(address => addressIds.Contains(address.Id)).ToListAsync(cancellationToken);
        var own = await ByCompoundAsync(addresses.Select(address => address.CompoundId).OfType<Guid>().Distinct().ToList(), cancellationToken);
        var answers = new Dictionary<Guid, CompoundWater>();
        var elsewhere = new List<CustomerAddress>();
        foreach (var address in addresses)
        {
            if (address.CompoundId is { } compound && own.TryGetValue(compound, out var water))
            {
                answers[address.Id] = water;
            }
            else if (address.Position is not null)
            {
                elsewhere.Add(address);
            }
        }

        await AddNearestAsync(elsewhere, answers, cancellationToken);
        return answers;
    }

    /// <summary>Of each figure the newest: the water works publish hardness, our own people measure TDS.</summary>
    internal static CompoundWater Newest(string name, IEnumerable<CompoundReading> readings)
    {
        var newest = readings.OrderByDescending(reading => reading.TakenOn).ThenByDescending(reading => reading.Id).ToList();
        double? Figure(Func<CompoundReading, double?> read) => newest.Select(read).FirstOrDefault(value => value is not null);
        return new CompoundWater(
            newest[0].CompoundId,
            name,
            newest[0].TakenOn,
            newest[0].Source,
            Figure(reading => reading.Tds),
            Figure(reading => reading.Hardness),
            Figure(reading => reading.ResidualChlorine),
            DistanceMetres: 0);
    }

    private async Task AddNearestAsync(List<CustomerAddress> addresses, Dictionary<Guid, CompoundWater> answers, CancellationToken cancellationToken)
    {
        var counties = addresses.Select(address => address.DivisionCode[..6]).Distinct(StringComparer.Ordinal).ToList();
        var measured = counties.Count == 0
            ? []
            : await db.List<Compound>()
                .Where(compound => counties.Contains(compound.CountyCode) && compound.Latitude != null && db.List<CompoundReading>().Any(reading => reading.CompoundId == compound.Id))
                .ToListAsync(cancellationToken);
        var nearest = addresses
            .Select(address => (address, Nearest: Nearest(address.Position!.Value, measured)))
            .Where(pair => pair.Nearest is not null)
            .ToList();
        var waters = await ByCompoundAsync(nearest.Select(pair => pair.Nearest!.Value.Compound.Id).Distinct().ToList(), cancellationToken);
        foreach (var (address, found) in nearest)
        {
            answers[address.Id] = waters[found!.Value.Compound.Id] with { DistanceMetres = (int)Math.Round(found.Value.Metres) };
        }
    }

    private static (Compound Compound, double Metres)? Nearest(GeoPoint place, IEnumerable<Compound> compounds)
    {
        var nearest = compounds
            .Where(compound => compound.Position is not null)
            .Select(compound => (Compound: compound, Metres: place.DistanceTo(compound.Position!.Value)))
            .Where(pair => pair.Metres <= NearMetres)
            .OrderBy(pair => pair.Metres)
            .ToList();
        return nearest.Count == 0 ? null : nearest[0];
    }
}
