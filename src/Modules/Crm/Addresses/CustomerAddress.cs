using ServicePlatform.Data;
using ServicePlatform.Geography;

namespace ServicePlatform.Crm.Addresses;

/// <summary>A place of a customer where machines stand.</summary>
internal sealed class CustomerAddress : Entity
{
    public Guid CustomerId { get; init; }

    public required string DivisionCode { get; set; }

    public Guid? CompoundId { get; set; }

    /// <summary>Street and number.</summary>
    public required string Street { get; set; }

    /// <summary>Building, unit, room.</summary>
    public string? Detail { get; set; }

    public double? Latitude { get; private set; }

    public double? Longitude { get; private set; }

    public Datum? Datum { get; private set; }

    public int Order { get; set; }

    /// <summary>When it was taken off the customer; machines and old jobs still name it.</summary>
    public DateTime? RetiredAt { get; set; }

    public GeoPoint? Position => Latitude is { } latitude && Longitude is { } longitude && Datum is { } datum ? new GeoPoint(latitude, longitude, datum) : null;

    public void StandAt(GeoPoint? position) =>
        (Latitude, Longitude, Datum) = (position?.Latitude, position?.Longitude, position?.Datum);
}
