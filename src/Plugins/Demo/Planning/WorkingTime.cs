namespace ServicePlatform.Demo.Planning;

/// <summary>Hours of the day in which somebody works, local.</summary>
internal readonly record struct Hours(double Opens, double Closes)
{
    public static Hours Desk { get; } = new(8, 20.5);

    public static Hours Outlet { get; } = new(8, 19.5);

    public static Hours Review { get; } = new(9, 18);

    public bool Include(TimeSpan timeOfDay) => timeOfDay.TotalHours >= Opens && timeOfDay.TotalHours < Closes;
}

/// <summary>The days around the set-up, in the site's zone. Instants are UTC, days and slots local.</summary>
/// <param name="now">Set-up, UTC.</param>
internal sealed class WorkingTime(DateTime now, TimeZoneInfo zone)
{
    /// <summary>What was left lying overnight is taken up within this time.</summary>
    private const double MorningHours = 0.7;

    public DateTime Now { get; } = now;

    public DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone);

    public DateTime Utc(DateOnly day, double hour) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue).AddMinutes(Math.Round(hour * 60)), zone);

    public DateOnly Day(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    public DateOnly Today => Day(Now);

    /// <summary>The last moment up to now at which people were at work: now, or the evening before.</summary>
    public DateTime LastWork
    {
        get
        {
            var hour = Local(Now).TimeOfDay.TotalHours;
            return hour switch
            {
                < 8.75 => Utc(Today.AddDays(-1), 18.5),
                > 18.5 => Utc(Today, 18.5),
                _ => Now,
            };
        }
    }

    /// <summary>The instant itself if people work then, else a little after they open again.</summary>
    public DateTime Into(DateTime utc, Hours hours, TimeSpan afterOpening)
    {
        var local = Local(utc);
        if (hours.Include(local.TimeOfDay))
        {
            return utc;
        }

        var day = DateOnly.FromDateTime(local);
        return Utc(local.TimeOfDay.TotalHours < hours.Opens ? day : day.AddDays(1), hours.Opens) + afterOpening;
    }

    /// <summary>So many minutes before the last working moment; nights do not count.</summary>
    public DateTime WorkedAgo(double minutes)
    {
        var today = Utc(Day(LastWork), Hours.Desk.Opens);
        var worked = (LastWork - today).TotalMinutes;
        return minutes <= worked ? LastWork.AddMinutes(-minutes) : Utc(Day(LastWork).AddDays(-1), Hours.Outlet.Closes).AddMinutes(worked - minutes);
    }

    /// <summary>Minutes between two instants in which outlets and head office are both at work, without the first of a day.</summary>
    public double Worked(DateTime from, DateTime until)
    {
        var worked = 0.0;
        for (var day = Day(from); day <= Day(until); day = day.AddDays(1))
        {
            var (opens, closes) = (Utc(day, Hours.Outlet.Opens + MorningHours), Utc(day, Hours.Outlet.Closes));
            var (start, end) = (from > opens ? from : opens, until < closes ? until : closes);
            worked += Math.Max(0, (end - start).TotalMinutes);
        }

        return worked;
    }

    public int DaysAgo(DateTime utc) => Today.DayNumber - Day(utc).DayNumber;
}
