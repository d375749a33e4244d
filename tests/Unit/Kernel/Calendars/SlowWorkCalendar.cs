using ServicePlatform.Kernel.Calendars;

namespace ServicePlatform.UnitTests.Kernel.Calendars;

/// <summary>Counts minute by minute, from the notices of the State Council as they read; shares nothing with the product's calendar.</summary>
internal sealed class SlowWorkCalendar(CalendarSettings settings, TimeZoneInfo zone)
{
    private static readonly HashSet<string> Off =
        ["09-25", "09-26", "09-27", "10-01", "10-02", "10-03", "10-04", "10-05", "10-06", "10-07"];

    private static readonly HashSet<string> Worked = ["09-20", "10-10"];

    public double Minutes(DateTime from, DateTime until)
    {
        var count = 0;
        for (var minute = from; minute < until; minute = minute.AddMinutes(1))
        {
            count += IsOpen(TimeZoneInfo.ConvertTimeFromUtc(minute, zone)) ? 1 : 0;
        }

        return count;
    }

    private bool IsOpen(DateTime local)
    {
        var (opens, closes) = (0, 0);
        var day = DateOnly.FromDateTime(local);
        var week = settings.Week[(int)local.DayOfWeek];
        (opens, closes) = (week.OpensMinute, week.ClosesMinute);
        var key = local.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        if (settings.PublicHolidays == PublicHolidays.China && Off.Contains(key))
        {
            (opens, closes) = (settings.HolidayHours.OpensMinute, settings.HolidayHours.ClosesMinute);
        }
        else if (settings.PublicHolidays == PublicHolidays.China && Worked.Contains(key) && opens >= closes)
        {
            foreach (var weekday in new[] { 1, 2, 3, 4, 5, 6, 0 })
            {
                var usual = settings.Week[weekday];
                if (usual.OpensMinute < usual.ClosesMinute)
                {
                    (opens, closes) = (usual.OpensMinute, usual.ClosesMinute);
                    break;
                }
            }
        }

        foreach (var own in settings.OwnDays)
        {
            if (day >= own.From && day <= own.Until)
            {
                (opens, closes) = (own.Hours.OpensMinute, own.Hours.ClosesMinute);
            }
        }

        var minute = (local.Hour * 60) + local.Minute;
        return minute >= opens && minute < closes;
    }
}
