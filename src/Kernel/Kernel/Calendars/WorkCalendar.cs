using ServicePlatform.Calendars;
using ServicePlatform.Settings;
using ServicePlatform.Sites;

namespace ServicePlatform.Kernel.Calendars;

/// <summary>The site's calendar out of its settings. The company's own word goes before the public holidays, these before the week.</summary>
internal sealed class WorkCalendar(ISettings settings, ChinaHolidays china, ISiteContext site) : IWorkCalendar
{
    public async Task<WorkHours> HoursFromAsync(DateTime at, CancellationToken cancellationToken)
    {
        var calendar = await settings.GetAsync<CalendarSettings>(cancellationToken);
        var first = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(at, DateTimeKind.Utc), site.TimeZone));
        return Hours(calendar, china, first, IWorkCalendar.AheadDays);
    }

    /// <param name="calendar">The settings.</param>
    /// <param name="china">What was announced.</param>
    /// <param name="first">First day that is asked about.</param>
    /// <param name="days">How many days from it on.</param>
    internal static WorkHours Hours(CalendarSettings calendar, ChinaHolidays china, DateOnly first, int days)
    {
        var differing = new Dictionary<DateOnly, OpenHours>();
        for (var day = first; day < first.AddDays(days); day = day.AddDays(1))
        {
            var hours = On(calendar, china, day);
            if (hours != calendar.Week[(int)day.DayOfWeek])
            {
                differing[day] = hours;
            }
        }

        return new WorkHours(calendar.Week, differing);
    }

    private static OpenHours On(CalendarSettings calendar, ChinaHolidays china, DateOnly day)
    {
        if (calendar.OwnDays.LastOrDefault(own => day >= own.From && day <= own.Until) is { } own)
        {
            return own.Hours;
        }

        var weekly = calendar.Week[(int)day.DayOfWeek];
        if (calendar.PublicHolidays == PublicHolidays.China)
        {
            return china.IsHoliday(day) ? calendar.HolidayHours
                : china.IsMovedWorkingDay(day) && weekly.IsClosed ? Workday(calendar.Week)
                : weekly;
        }

        return weekly;
    }

    /// <summary>A weekend day that is worked has the hours of the first working day of the week.</summary>
    private static OpenHours Workday(IReadOnlyList<OpenHours> week) => week.Skip(1).Concat(week).First(hours => !hours.IsClosed);
}
