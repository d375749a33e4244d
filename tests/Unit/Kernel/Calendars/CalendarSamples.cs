using FsCheck;
using FsCheck.Fluent;
using ServicePlatform.Calendars;
using ServicePlatform.Kernel.Calendars;

namespace ServicePlatform.UnitTests.Kernel.Calendars;

/// <summary>Any calendar around the autumn of 2026 (two public holidays, two moved working days, changes of summer time), and a time in it.</summary>
/// <param name="Minutes">Counted time that is promised.</param>
internal sealed record CalendarSample(CalendarSettings Settings, string Zone, DateTime From, int Minutes, int Further)
{
    public TimeZoneInfo ZoneInfo => TimeZoneInfo.FindSystemTimeZoneById(Zone);

    public DateTime Second => From.AddMinutes(Minutes);

    public DateTime Third => Second.AddMinutes(Further);
}

internal static class CalendarSamples
{
    private static readonly string[] Zones = ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC"];

    private static readonly Gen<OpenHours> Hours = Gen.OneOf(
        Gen.Constant(OpenHours.Closed),
        Gen.Constant(OpenHours.WholeDay),
        Gen.Constant(new OpenHours(8 * 60, 21 * 60)),
        from opens in Gen.Choose(0, 1200)
        from length in Gen.Choose(1, 239)
        select new OpenHours(opens, opens + length));

    private static readonly Gen<OwnDays> Own =
        from start in Gen.Choose(0, 90)
        from length in Gen.Choose(0, 4)
        from hours in Hours
        select new OwnDays(new DateOnly(2026, 9, 1).AddDays(start), new DateOnly(2026, 9, 1).AddDays(start + length), "x", hours);

    private static readonly Gen<CalendarSettings> Settings =
        from week in Gen.ListOf(Hours, 7)
        from open in Gen.Choose(0, 6)
        from holidays in Gen.Elements(PublicHolidays.Ignored, PublicHolidays.China)
        from holidayHours in Hours
        from count in Gen.Choose(0, 5)
        from own in Gen.ListOf(Own, count)
        select new CalendarSettings
        {
            Week = [.. week.Select((hours, day) => day == open && hours.IsClosed ? new OpenHours(540, 1020) : hours)],
            PublicHolidays = holidays,
            HolidayHours = holidayHours,
            OwnDays = [.. own],
        };

    public static Arbitrary<CalendarSample> Any { get; } = (
        from settings in Settings
        from zone in Gen.Elements(Zones)
        from start in Gen.Choose(0, 70 * 24 * 60)
        from minutes in Gen.Choose(0, 3 * 24 * 60)
        from further in Gen.Choose(0, 3 * 24 * 60)
        select new CalendarSample(settings, zone, new DateTime(2026, 9, 10, 0, 0, 0, DateTimeKind.Utc).AddMinutes(start), minutes, further)).ToArbitrary();
}
