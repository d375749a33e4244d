using System.Globalization;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Geography;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>Links that hand a place to the map application of the phone. Nothing is sent before they are pressed, and no name with them.</summary>
internal static class MapLinks
{
    /// <summary>For whatever application the phone opens for places.</summary>
    public static string Geo(AddressView address)
    {
        if (address.Position is not { } position)
        {
            return "geo:0,0?q=" + Uri.EscapeDataString(address.Text);
        }

        var point = position.To(Datum.Wgs84);
        var place = Number(point.Latitude) + "," + Number(point.Longitude);
        return $"geo:{place}?q={place}";
    }

    /// <summary>Navigation in Amap, which counts in GCJ-02; null without a position.</summary>
    public static string? Amap(AddressView address)
    {
        if (address.Position is not { } position)
        {
            return null;
        }

        var point = position.To(Datum.Gcj02);
        return $"https://uri.amap.com/navigation?to={Number(point.Longitude)},{Number(point.Latitude)}&mode=car&coordinate=gaode&callnative=1";
    }

    private static string Number(double degrees) => degrees.ToString("0.######", CultureInfo.InvariantCulture);
}
