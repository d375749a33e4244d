using System.Globalization;

namespace ServicePlatform.WorkOrders.Visits;

/// <summary>Writes the accepted range of a reading: <c>0.1–0.4 MPa</c>, <c>≥ 0.1 MPa</c>.</summary>
internal static class Limits
{
    public static string Describe(double? minimum, double? maximum, string? unit)
    {
        var range = (minimum, maximum) switch
        {
            ({ } low, { } high) => $"{Number(low)}–{Number(high)}",
            ({ } low, null) => $"≥ {Number(low)}",
            (null, { } high) => $"≤ {Number(high)}",
            _ => "",
        };
        return string.IsNullOrEmpty(unit) ? range : $"{range} {unit}";
    }

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
