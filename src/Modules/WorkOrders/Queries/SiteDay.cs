using ServicePlatform.Sites;

namespace ServicePlatform.WorkOrders.Queries;

/// <summary>Days of the site's zone as ranges of UTC.</summary>
internal sealed class SiteDay(ISiteContext site, IClock clock)
{
    public DateOnly Today => Of(clock.UtcNow);

    public DateOnly Of(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), site.TimeZone));

    /// <summary>From the first instant of the day up to, not including, the first of the next.</summary>
    public (DateTime From, DateTime Until) Range(DateOnly day) => (Start(day), Start(day.AddDays(1)));

    private DateTime Start(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);

        // Where summer time begins at midnight the day has no 0:00.
        while (site.TimeZone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        return TimeZoneInfo.ConvertTimeToUtc(local, site.TimeZone);
    }
}
