using ServicePlatform.Calendars;
using ServicePlatform.WorkOrders.Clocks;

namespace ServicePlatform.UnitTests.WorkOrders;

[Trait("capability", "B19")]
public sealed class CountedTimeTests
{
    private static readonly string[] Zones =
        ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Asia/Kathmandu", "Africa/Casablanca", "UTC"];

    /// <summary>A thousand cases around the clock changes of eight zones, with up to three pauses, against a count minute by minute.</summary>
    [Fact]
    public void Due_times_and_nets_equal_an_independent_calendar()
    {
        var random = new Random(20261122);
        for (var number = 0; number < 1000; number++)
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(Zones[random.Next(Zones.Length)]);
            var (opens, closes) = Hours(random);
            var start = Start(random, zone);
            var pauses = Pauses(random, start);
            var target = random.Next(1, 48 * 60);
            var slow = new SlowCalendar(zone, opens, closes, pauses);
            var counted = new CountedTime(WorkHours.Daily(opens, closes), zone, [.. pauses.Select(pause => new Standstill(pause.From, pause.Until))]);
            var because = $"case {number}: {zone.Id} {opens}-{closes} from {start:O} {target} min, pauses {string.Join(", ", pauses)}";

            var due = counted.After(start, TimeSpan.FromMinutes(target));

            due.ShouldBe(slow.Due(start, target), because);
            counted.Between(start, due).ShouldBe(TimeSpan.FromMinutes(target), because);
            var end = start.AddMinutes(random.Next(0, 5 * 24 * 60));
            counted.Between(start, end).TotalMinutes.ShouldBe(slow.Minutes(start, end), because);
        }
    }

    [Fact]
    public void An_hour_that_happens_twice_counts_twice()
    {
        // Berlin, 25 October 2026: 3:00 summer time becomes 2:00 again at 1:00 UTC.
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var counted = new CountedTime(WorkHours.Daily(2 * 60, 3 * 60), berlin, []);

        counted.Between(Utc(2026, 10, 25, 0, 0), Utc(2026, 10, 25, 4, 0)).ShouldBe(TimeSpan.FromHours(2));
        new CountedTime(WorkHours.Daily(2 * 60, 3 * 60), berlin, []).Between(Utc(2026, 3, 29, 0, 0), Utc(2026, 3, 29, 4, 0)).ShouldBe(TimeSpan.Zero);
    }

    private static (int Opens, int Closes) Hours(Random random) => random.Next(4) switch
    {
        0 => (0, 0),
        1 => (8 * 60, 21 * 60),
        2 => (0, 4 * 60),
        _ => (random.Next(0, 700), random.Next(720, 1440)),
    };

    /// <summary>Half of the cases begin within two days of a clock change.</summary>
    private static DateTime Start(Random random, TimeZoneInfo zone)
    {
        var start = Utc(2026, 1, 1, 0, 0).AddMinutes(random.Next(0, 2 * 365 * 24 * 60));
        if (random.Next(2) == 0)
        {
            return start;
        }

        for (var day = start; day < start.AddDays(300); day = day.AddDays(1))
        {
            if (zone.GetUtcOffset(day) != zone.GetUtcOffset(day.AddDays(1)))
            {
                return day.AddMinutes(random.Next(-24 * 60, 24 * 60));
            }
        }

        return start;
    }

    private static List<(DateTime From, DateTime Until)> Pauses(Random random, DateTime start)
    {
        var pauses = new List<(DateTime, DateTime)>();
        var at = start;
        for (var count = random.Next(4); count > 0; count--)
        {
            var from = at.AddMinutes(random.Next(0, 12 * 60));
            at = from.AddMinutes(random.Next(0, 20 * 60));
            pauses.Add((from, at));
        }

        return pauses;
    }

    private static DateTime Utc(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, DateTimeKind.Utc);
}
