using ServicePlatform.Kernel.Outside;

namespace ServicePlatform.UnitTests.Kernel;

public sealed class OutsidePausesTests
{
    [Fact]
    public void A_delivery_is_tried_for_a_day_soon_at_first_and_once_more_at_the_end()
    {
        var begin = new DateTime(2026, 11, 1, 8, 0, 0, DateTimeKind.Utc);
        var until = begin.AddDays(1);
        var attempts = new List<DateTime> { begin };
        while (OutsidePauses.Next(attempts.Count, attempts[^1], until) is { } next)
        {
            attempts.Add(next);
        }

        attempts[1].ShouldBe(begin.AddSeconds(10));
        attempts[^1].ShouldBe(until);
        attempts.Count.ShouldBeInRange(28, 36);
        attempts.Zip(attempts.Skip(1), (earlier, later) => later - earlier).ShouldAllBe(pause => pause > TimeSpan.Zero && pause <= TimeSpan.FromHours(1));
    }

    [Fact]
    public void A_clock_that_was_set_back_does_not_end_it() =>
        OutsidePauses.Next(3, new DateTime(2026, 10, 31, 0, 0, 0, DateTimeKind.Utc), new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc)).ShouldNotBeNull();
}
