using ServicePlatform.Sites;

namespace ServicePlatform.Devices;

/// <summary>Days as the site's calendar counts them.</summary>
internal sealed class SiteDays(IClock clock, ISiteContext site)
{
    public DateOnly Today => Of(clock.UtcNow);

    /// <param name="at">UTC.</param>
    public DateOnly Of(DateTime at) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(at, DateTimeKind.Utc), site.TimeZone));

    /// <summary>Noon of the day as an instant in UTC, for facts of which only the day is known.</summary>
    public DateTime NoonOf(DateOnly day) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Unspecified), site.TimeZone);
}
