using System.Globalization;

namespace ServicePlatform.WorkOrders.Visits;

/// <summary>Writes an appointment in the site's zone: <c>2026-11-22 14:00–16:00</c>.</summary>
internal static class AppointmentWindow
{
    public static string Describe(DateTime from, DateTime until, TimeZoneInfo zone)
    {
        var start = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(from, DateTimeKind.Utc), zone);
        var end = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(until, DateTimeKind.Utc), zone);
        var last = end.Date == start.Date ? end.ToString("HH:mm", CultureInfo.InvariantCulture) : end.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return $"{start.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}–{last}";
    }
}
