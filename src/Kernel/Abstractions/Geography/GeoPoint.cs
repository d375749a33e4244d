namespace ServicePlatform.Geography;

/// <summary>Reference frame of a position. GPS gives WGS-84, most Chinese maps GCJ-02, Baidu BD-09; they lie up to 700 m apart.</summary>
public enum Datum
{
    Wgs84,
    Gcj02,
    Bd09,
}

/// <summary>A position with its datum. Degrees, positive north and east.</summary>
public readonly record struct GeoPoint(double Latitude, double Longitude, Datum Datum)
{
    private const double EarthRadiusMetres = 6_371_008.8;

    public bool IsValid => Latitude is >= -90 and <= 90 && Longitude is >= -180 and <= 180;

    /// <summary>The same place in another datum, within a metre or two.</summary>
    public GeoPoint To(Datum datum) => ChinaOffset.Convert(this, datum);

    /// <summary>Metres over the ground, both points compared in WGS-84.</summary>
    public double DistanceTo(GeoPoint other)
    {
        var from = To(Datum.Wgs84);
        var to = other.To(Datum.Wgs84);
        var latitude = double.DegreesToRadians(to.Latitude - from.Latitude);
        var longitude = double.DegreesToRadians(to.Longitude - from.Longitude);
        var chord = Math.Pow(Math.Sin(latitude / 2), 2)
            + (Math.Cos(double.DegreesToRadians(from.Latitude)) * Math.Cos(double.DegreesToRadians(to.Latitude)) * Math.Pow(Math.Sin(longitude / 2), 2));
        return 2 * EarthRadiusMetres * Math.Asin(Math.Sqrt(Math.Min(1, chord)));
    }
}
