using ServicePlatform.Crm.Compounds;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Geography;

namespace ServicePlatform.Crm.Controllers;

internal sealed class CompoundForm
{
    public Guid? Id { get; set; }

    public string? Name { get; set; }

    public string? CountyCode { get; set; }

    public string? Street { get; set; }

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public Datum Datum { get; set; } = Datum.Gcj02;

    public int Version { get; set; }

    public string? Title { get; set; }

    public static CompoundForm Of(Compound compound) => new()
    {
        Id = compound.Id,
        Name = compound.Name,
        CountyCode = compound.CountyCode,
        Street = compound.Street,
        Latitude = compound.Latitude,
        Longitude = compound.Longitude,
        Datum = compound.Datum ?? Datum.Gcj02,
        Version = compound.Version,
        Title = compound.Name,
    };

    public SaveCompound Command() => new(
        Id,
        null,
        Name ?? "",

        // A township that was picked lies in its county.
        CountyCode is { Length: > 6 } ? CountyCode[..6] : CountyCode ?? "",
        Street,
        Latitude is { } latitude && Longitude is { } longitude ? new GeoPoint(latitude, longitude, Datum) : null,
        Version);
}

internal sealed class ReadingForm
{
    public DateOnly? TakenOn { get; set; }

    public WaterSource Source { get; set; } = WaterSource.Measured;

    public double? Tds { get; set; }

    public double? Hardness { get; set; }

    public double? ResidualChlorine { get; set; }

    public string? Title { get; set; }
}
