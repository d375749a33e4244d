using Microsoft.EntityFrameworkCore;
using ServicePlatform.Crm.Addresses;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Geography;

namespace ServicePlatform.Crm.Compounds;

internal sealed partial class CompoundReader
{
    /// <summary>What the systems of coordinates in use differ by at most.</summary>
    private const double DatumMetres = 1000;

    private const double MetresPerDegree = 111_000;

    public async Task<IReadOnlyList<CompoundAddress>> AddressesAsync(Guid compoundId, Guid after, int limit, CancellationToken cancellationToken)
    {
        var compound = await db.List<Compound>().FirstOrDefaultAsync(row => row.Id == compoundId, cancellationToken);
        return compound is null
            ? []
            : await About(compound).Where(address => address.Id.CompareTo(after) > 0)
                .OrderBy(address => address.Id).Take(limit)
                .Select(address => new CompoundAddress(address.Id, address.CustomerId)).ToListAsync(cancellationToken);
    }

    private IQueryable<CustomerAddress> About(Compound compound)
    {
        if (compound.Position is not { } place)
        {
            return db.List<CustomerAddress>().Where(address => address.CompoundId == compound.Id);
        }

        var (south, north, west, east) = Around(place);
        var (county, next) = (compound.CountyCode, compound.CountyCode + ":");
        return db.List<CustomerAddress>().Where(address =>
            address.CompoundId == compound.Id
            || (address.Latitude >= south && address.Latitude <= north && address.Longitude >= west && address.Longitude <= east
                && string.Compare(address.DivisionCode, county) >= 0 && string.Compare(address.DivisionCode, next) < 0));
    }

    /// <summary>A box that certainly holds everything near.</summary>
    private static (double South, double North, double West, double East) Around(GeoPoint place)
    {
        var up = (NearMetres + DatumMetres) / MetresPerDegree;
        var across = up / Math.Max(0.01, Math.Cos(double.DegreesToRadians(place.Latitude)));
        return (place.Latitude - up, place.Latitude + up, place.Longitude - across, place.Longitude + across);
    }
}
