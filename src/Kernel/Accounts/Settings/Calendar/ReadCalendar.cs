using ServicePlatform.Commands;
using ServicePlatform.Kernel.Calendars;
using ServicePlatform.Security;
using ServicePlatform.Settings;
using ServicePlatform.Sites;

namespace ServicePlatform.Accounts.Settings.Calendar;

/// <summary>The calendar as it stands, with what is announced for this year and the next.</summary>
[RequirePermission(AccountPermissions.Settings)]
internal sealed record ReadCalendar : IQuery<CalendarSheet>;

/// <param name="Years">This year and the next in the site's zone; a year without its notice is not announced yet.</param>
internal sealed record CalendarSheet(CalendarSettings Settings, int Version, IReadOnlyList<(int Year, HolidayYear? Notice)> Years);

internal sealed class ReadCalendarHandler(ISettings settings, ChinaHolidays china, ISiteContext site, IClock clock) : IQueryHandler<ReadCalendar, CalendarSheet>
{
    public async Task<Result<CalendarSheet>> HandleAsync(ReadCalendar query, CancellationToken cancellationToken)
    {
        var year = TimeZoneInfo.ConvertTimeFromUtc(clock.UtcNow, site.TimeZone).Year;
        return new CalendarSheet(
            await settings.GetAsync<CalendarSettings>(cancellationToken),
            await settings.VersionAsync<CalendarSettings>(cancellationToken),
            [(year, china.In(year)), (year + 1, china.In(year + 1))]);
    }
}
