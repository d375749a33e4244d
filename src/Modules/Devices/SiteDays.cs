using ServicePlatform.Sites;

namespace ServicePlatform.Devices;

/// <summary>Days as the site's calendar counts them.</summary>
internal sealed class SiteDays(IClock clock, ISiteContext site)
{
    public DateOnly Today => Of(clock.UtcNow);

    /// <param name="at">UTC.</param>
    public DateOnly Of(DateTime at) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(at, DateTimeKind.Utc), site.TimeZone));

    /// <summary>An instant of the day in UTC, for facts of which only the day is known: noon, but never later than now.</summary>
    public DateTime MomentOf(DateOnly day)
    {
        var noon = TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Unspecified), site.TimeZone);
        var now = clock.UtcNow;
        return noon > now && Of(now) == day ? now : noon;
    }
}
