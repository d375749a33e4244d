using ServicePlatform.Kernel.Calendars;

namespace ServicePlatform.UnitTests.Kernel.Calendars;

public sealed class ChinaHolidaysTests
{
    private readonly ChinaHolidays _china = new();

    [Theory]
    [InlineData(2025, 28)]
    [InlineData(2026, 33)]
    public void A_year_has_the_days_off_that_were_announced(int year, int daysOff)
    {
        var known = _china.In(year).ShouldNotBeNull();

        known.Source.ShouldContain($"国务院办公厅关于{year}年部分节假日安排的通知");
        Days(year).Count(_china.IsHoliday).ShouldBe(daysOff);
    }

    [Fact]
    public void A_year_that_is_not_announced_is_not_known() => _china.In(2027).ShouldBeNull();

    [Fact]
    public void A_moved_working_day_is_a_day_at_the_weekend_and_no_holiday()
    {
        foreach (var year in _china.Years)
        {
            year.WorkingDays.ShouldAllBe(day => day.Year == year.Year && (day.DayOfWeek == DayOfWeek.Saturday || day.DayOfWeek == DayOfWeek.Sunday) && !_china.IsHoliday(day));
            year.Holidays.ShouldAllBe(holiday => holiday.From.Year == year.Year && holiday.Until.Year == year.Year && holiday.From <= holiday.Until);
        }
    }

    /// <summary>By the law of 2024 a year has 13 days of public holidays; the rest of the days off are weekends, moved or not.</summary>
    [Theory]
    [InlineData(2025)]
    [InlineData(2026)]
    public void Thirteen_weekdays_a_year_are_given_and_the_others_are_exchanged(int year)
    {
        // A holiday of the law that falls on a weekend is given on a weekday, so weekdays off less weekends worked are 13.
        var weekdaysOff = Days(year).Count(day => _china.IsHoliday(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

        (weekdaysOff - _china.In(year)!.WorkingDays.Count).ShouldBe(13);
    }

    [Theory]
    [InlineData(2026, 2, 17, true)]
    [InlineData(2026, 2, 14, false)]
    [InlineData(2026, 2, 24, false)]
    [InlineData(2026, 10, 1, true)]
    [InlineData(2026, 10, 8, false)]
    [InlineData(2025, 10, 8, true)]
    public void Days_are_as_the_notice_says(int year, int month, int day, bool off) => _china.IsHoliday(new DateOnly(year, month, day)).ShouldBe(off);

    private static IEnumerable<DateOnly> Days(int year) =>
        Enumerable.Range(0, 366).Select(offset => new DateOnly(year, 1, 1).AddDays(offset)).Where(day => day.Year == year);
}
