using ServicePlatform.Calendars;

namespace ServicePlatform.UnitTests.Kernel.Calendars;

public sealed class WorkHoursTests
{
    private static readonly OpenHours Day = new(8 * 60, 18 * 60);

    private static readonly WorkHours Office = new(
        [OpenHours.Closed, Day, Day, Day, Day, Day, OpenHours.Closed],
        [new(new DateOnly(2026, 10, 1), OpenHours.Closed), new(new DateOnly(2026, 10, 10), new(9 * 60, 12 * 60))]);

    [Fact]
    public void The_short_form_says_all()
    {
        Office.ToString().ShouldBe("-,480-1080,480-1080,480-1080,480-1080,480-1080,- 20261001:- 20261010:540-720");
        WorkHours.Parse(Office.ToString()).ShouldBe(Office);
        WorkHours.Daily(480, 1260).ToString().ShouldBe("480-1260");
        WorkHours.Always.ToString().ShouldBe("");
        WorkHours.Parse("").IsAlways.ShouldBeTrue();
    }

    [Theory]
    [InlineData("2026-10-02T08:00", true)]
    [InlineData("2026-10-02T07:59", false)]
    [InlineData("2026-10-02T18:00", false)]
    [InlineData("2026-10-01T10:00", false)]
    [InlineData("2026-10-10T11:59", true)]
    [InlineData("2026-10-10T12:00", false)]
    [InlineData("2026-10-11T10:00", false)]
    public void A_day_has_its_own_hours_before_those_of_its_weekday(string local, bool open) => Office.IsOpen(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(open);

    [Fact]
    public void A_week_without_any_hours_is_none() =>
        Should.Throw<ArgumentException>(() => new WorkHours(Enumerable.Repeat(OpenHours.Closed, 7), [new(new DateOnly(2026, 10, 1), Day)]));
}
