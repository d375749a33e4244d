namespace ServicePlatform.Geography;

/// <summary>The published approximation of the offset between WGS-84 and GCJ-02, and Baidu's further one. No offset outside China.</summary>
internal static class ChinaOffset
{
    private const double SemiMajorAxis = 6378245.0;
    private const double EccentricitySquared = 0.00669342162296594323;
    private const double BaiduAngle = Math.PI * 3000.0 / 180.0;

    public static GeoPoint Convert(GeoPoint point, Datum datum)
    {
        if (point.Datum == datum)
        {
            return point;
        }

        var (latitude, longitude) = point.Datum switch
        {
            Datum.Wgs84 => Add(point.Latitude, point.Longitude),
            Datum.Bd09 => FromBaidu(point.Latitude, point.Longitude),
            _ => (point.Latitude, point.Longitude),
        };
        return datum switch
        {
            Datum.Wgs84 => ToWgs(latitude, longitude),
            Datum.Bd09 => ToBaidu(latitude, longitude),
            _ => new GeoPoint(latitude, longitude, Datum.Gcj02),
        };
    }

    private static GeoPoint ToWgs(double latitude, double longitude)
    {
        // The offset has no closed inverse; three steps bring the rest below a centimetre.
        var (guessLatitude, guessLongitude) = (latitude, longitude);
        for (var step = 0; step < 3; step++)
        {
            var (backLatitude, backLongitude) = Add(guessLatitude, guessLongitude);
            guessLatitude -= backLatitude - latitude;
            guessLongitude -= backLongitude - longitude;
        }

        return new GeoPoint(guessLatitude, guessLongitude, Datum.Wgs84);
    }

    private static (double Latitude, double Longitude) Add(double latitude, double longitude)
    {
        if (latitude is < 0.8293 or > 55.8271 || longitude is < 72.004 or > 137.8347)
        {
            return (latitude, longitude);
        }

        var (x, y) = (longitude - 105.0, latitude - 35.0);
        var radians = latitude / 180.0 * Math.PI;
        var magic = 1 - (EccentricitySquared * Math.Pow(Math.Sin(radians), 2));
        var root = Math.Sqrt(magic);
        var north = NorthShift(x, y) * 180.0 / (SemiMajorAxis * (1 - EccentricitySquared) / (magic * root) * Math.PI);
        var east = EastShift(x, y) * 180.0 / (SemiMajorAxis / root * Math.Cos(radians) * Math.PI);
        return (latitude + north, longitude + east);
    }

    private static double Waves(double value) =>
        ((20.0 * Math.Sin(6.0 * value * Math.PI)) + (20.0 * Math.Sin(2.0 * value * Math.PI))) * 2.0 / 3.0;

    private static double NorthShift(double x, double y) =>
        -100.0 + (2.0 * x) + (3.0 * y) + (0.2 * y * y) + (0.1 * x * y) + (0.2 * Math.Sqrt(Math.Abs(x)))
        + Waves(x)
        + (((20.0 * Math.Sin(y * Math.PI)) + (40.0 * Math.Sin(y / 3.0 * Math.PI))) * 2.0 / 3.0)
        + (((160.0 * Math.Sin(y / 12.0 * Math.PI)) + (320.0 * Math.Sin(y * Math.PI / 30.0))) * 2.0 / 3.0);

    private static double EastShift(double x, double y) =>
        300.0 + x + (2.0 * y) + (0.1 * x * x) + (0.1 * x * y) + (0.1 * Math.Sqrt(Math.Abs(x)))
        + Waves(x)
        + (((20.0 * Math.Sin(x * Math.PI)) + (40.0 * Math.Sin(x / 3.0 * Math.PI))) * 2.0 / 3.0)
        + (((150.0 * Math.Sin(x / 12.0 * Math.PI)) + (300.0 * Math.Sin(x / 30.0 * Math.PI))) * 2.0 / 3.0);

    private static GeoPoint ToBaidu(double latitude, double longitude)
    {
        var radius = Math.Sqrt((longitude * longitude) + (latitude * latitude)) + (0.00002 * Math.Sin(latitude * BaiduAngle));
        var angle = Math.Atan2(latitude, longitude) + (0.000003 * Math.Cos(longitude * BaiduAngle));
        return new GeoPoint((radius * Math.Sin(angle)) + 0.006, (radius * Math.Cos(angle)) + 0.0065, Datum.Bd09);
    }

    private static (double Latitude, double Longitude) FromBaidu(double latitude, double longitude)
    {
        var (x, y) = (longitude - 0.0065, latitude - 0.006);
        var radius = Math.Sqrt((x * x) + (y * y)) - (0.00002 * Math.Sin(y * BaiduAngle));
        var angle = Math.Atan2(y, x) - (0.000003 * Math.Cos(x * BaiduAngle));
        return (radius * Math.Sin(angle), radius * Math.Cos(angle));
    }
}
