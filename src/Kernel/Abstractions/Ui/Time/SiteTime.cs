using System.Globalization;
using Microsoft.Extensions.Localization;
using ServicePlatform.Sites;

namespace ServicePlatform.Ui;

/// <summary>Says instants as people of the site say them, and reads what they typed. Registered by the screens; ask for it in constructors and views.</summary>
public sealed class SiteTime(ISiteContext site, IClock clock, IStringLocalizer<UiTexts> texts)
{
    /// <summary>The site's wall clock now.</summary>
    public DateTime LocalNow => ToLocal(clock.UtcNow);

    /// <param name="utc">An instant in UTC.</param>
    public DateTime ToLocal(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), site.TimeZone);

    /// <summary>The instant of a wall-clock time typed by a user. A time that the spring change skips is moved on by an hour.</summary>
    public DateTime ToUtc(DateTime local)
    {
        var plain = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return TimeZoneInfo.ConvertTimeToUtc(site.TimeZone.IsInvalidTime(plain) ? plain.AddHours(1) : plain, site.TimeZone);
    }

    /// <summary>Day and time in full: <c>2026-11-22 14:30</c>.</summary>
    public string Exact(DateTime utc) => ToLocal(utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>As people say it: just now, 5 min ago, today 14:30, yesterday 09:10, 3 Nov 14:30, 2025-03-01.</summary>
    public string Relative(DateTime utc)
    {
        var now = clock.UtcNow;
        var gap = now - utc;
        if (gap >= TimeSpan.Zero && gap < TimeSpan.FromMinutes(1))
        {
            return texts["Time.Now"];
        }

        if (gap >= TimeSpan.Zero && gap < TimeSpan.FromHours(1))
        {
            return texts["Time.MinutesAgo", (int)gap.TotalMinutes];
        }

        var local = ToLocal(utc);
        return Day(DateOnly.FromDateTime(local), DateOnly.FromDateTime(ToLocal(now))) + " " + local.ToString("HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>A day as people say it: today, tomorrow, yesterday, 3 Nov, 2025-03-01.</summary>
    public string Day(DateOnly date) => Day(date, DateOnly.FromDateTime(LocalNow));

    private string Day(DateOnly date, DateOnly today) => (date.DayNumber - today.DayNumber) switch
    {
        0 => texts["Time.Today"],
        1 => texts["Time.Tomorrow"],
        -1 => texts["Time.Yesterday"],
        _ when date.Year == today.Year => date.ToString(texts["Time.MonthDay"], CultureInfo.CurrentCulture),
        _ => Date(date),
    };

    /// <summary>A span in its two largest units: 3 d 4 h, 2 h 05 min, 12 min, 40 s.</summary>
    public string Span(TimeSpan span)
    {
        span = span.Duration();
        return span switch
        {
            { TotalDays: >= 1 } => texts["Time.DaysHours", span.Days, span.Hours],
            { TotalHours: >= 1 } => texts["Time.HoursMinutes", span.Hours, span.Minutes.ToString("00", CultureInfo.InvariantCulture)],
            { TotalMinutes: >= 1 } => texts["Time.Minutes", (int)Math.Ceiling(span.TotalMinutes)],
            _ => texts["Time.Seconds", (int)span.TotalSeconds],
        };
    }
}
