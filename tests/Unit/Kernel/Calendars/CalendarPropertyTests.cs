using FsCheck;
using FsCheck.Fluent;
using ServicePlatform.Kernel.Calendars;
using ServicePlatform.WorkOrders.Clocks;

namespace ServicePlatform.UnitTests.Kernel.Calendars;

/// <summary>What holds of any working calendar, with the promises' arithmetic on top of it.</summary>
[Trait("capability", "B19")]
public sealed class CalendarPropertyTests
{
    private static readonly ChinaHolidays China = new();

    [Fact]
    public void Counted_time_is_what_an_independent_count_of_minutes_says() => Hold(sample =>
    {
        var slow = new SlowWorkCalendar(sample.Settings, sample.ZoneInfo);
        return Counted(sample).Between(sample.From, sample.Third).TotalMinutes == slow.Minutes(sample.From, sample.Third);
    });

    [Fact]
    public void Counted_time_adds_up() => Hold(sample =>
    {
        var counted = Counted(sample);
        return counted.Between(sample.From, sample.Second) + counted.Between(sample.Second, sample.Third) == counted.Between(sample.From, sample.Third);
    });

    [Fact]
    public void More_time_is_never_due_earlier() => Hold(sample =>
    {
        var counted = Counted(sample);
        var due = counted.After(sample.From, TimeSpan.FromMinutes(sample.Minutes));
        return due >= sample.From && due <= counted.After(sample.From, TimeSpan.FromMinutes(sample.Minutes + sample.Further))
            && due <= counted.After(sample.Second, TimeSpan.FromMinutes(sample.Minutes));
    });

    [Fact]
    public void What_is_promised_has_been_counted_when_it_is_due() => Hold(sample =>
    {
        var counted = Counted(sample);
        var promised = TimeSpan.FromMinutes(sample.Minutes);
        return counted.Between(sample.From, counted.After(sample.From, promised)) == promised;
    });

    [Fact]
    public void A_clock_keeps_its_hours_in_a_column() => Hold(sample =>
    {
        var hours = Hours(sample);
        return ServicePlatform.Calendars.WorkHours.Parse(hours.ToString()).Equals(hours) && hours.ToString().Length <= PromiseClock.LongestHours;
    });

    private static CountedTime Counted(CalendarSample sample) => new(Hours(sample), sample.ZoneInfo, []);

    /// <summary>Asked about far ahead, so that a long promise meets the same days as the slow count.</summary>
    private static ServicePlatform.Calendars.WorkHours Hours(CalendarSample sample) =>
        WorkCalendar.Hours(sample.Settings, China, DateOnly.FromDateTime(sample.From).AddDays(-1), ServicePlatform.Calendars.IWorkCalendar.AheadDays);

    private static void Hold(Func<CalendarSample, bool> property) =>
        Prop.ForAll(CalendarSamples.Any, property).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
}
