using ServicePlatform.Calendars;
using ServicePlatform.WorkOrders.Clocks;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.UnitTests.WorkOrders;

public sealed class PromiseClockTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly WorkHours Calling = WorkHours.Daily(8 * 60, 21 * 60);

    [Theory]
    [InlineData(60 * 60, ClockStatus.Met)]
    [InlineData((60 * 60) + 1, ClockStatus.Missed)]
    [Trait("capability", "A043")]
    public void Sixty_minutes_count_and_a_second_more_does_not(int seconds, ClockStatus expected)
    {
        var start = Local(10, 0);
        var clock = PromiseClock.Start(ClockKind.Booking, start, 60, Calling, Shanghai);
        clock.Stop(start.AddSeconds(seconds));

        var reading = clock.Read([], Shanghai, start.AddDays(3));

        reading.Status.ShouldBe(expected);
        reading.Net.ShouldBe(TimeSpan.FromSeconds(seconds));
        reading.DueAt.ShouldBe(start.AddMinutes(60));
    }

    [Fact]
    [Trait("capability", "A043")]
    public void Booking_rests_from_nine_in_the_evening_to_eight_in_the_morning()
    {
        var clock = PromiseClock.Start(ClockKind.Booking, Local(20, 30), 60, Calling, Shanghai);
        clock.DueAt.ShouldBe(Local(8, 30).AddDays(1));

        clock.Stop(Local(8, 29).AddDays(1));
        var reading = clock.Read([], Shanghai, Local(12, 0).AddDays(1));
        reading.Status.ShouldBe(ClockStatus.Met);
        reading.Net.ShouldBe(TimeSpan.FromMinutes(59));
        reading.Gross.ShouldBe(new TimeSpan(11, 59, 0));
    }

    [Fact]
    [Trait("capability", "A042")]
    public void Dispatch_runs_around_the_clock_and_stops_once()
    {
        var start = Local(3, 0);
        var clock = PromiseClock.Start(ClockKind.Dispatch, start, 1, WorkHours.Always, Shanghai);
        clock.DueAt.ShouldBe(start.AddMinutes(1));

        clock.Stop(start.AddSeconds(40));
        clock.Stop(start.AddHours(5));

        clock.StoppedAt.ShouldBe(start.AddSeconds(40));
        clock.Read([], Shanghai, start.AddHours(9)).Status.ShouldBe(ClockStatus.Met);
    }

    [Fact]
    [Trait("capability", "B19")]
    public void A_pause_stops_the_clocks_that_its_reason_names()
    {
        var start = Local(9, 0);
        var clock = PromiseClock.Start(ClockKind.Completion, start, 24 * 60, WorkHours.Always, Shanghai);
        var booking = PromiseClock.Start(ClockKind.Booking, start, 60, Calling, Shanghai);
        var pause = new OrderPause { Reason = PauseReason.AwaitingPart, StartedAt = start.AddHours(2), StopsCompletion = true };

        var paused = clock.Read([pause], Shanghai, start.AddHours(5));
        paused.Status.ShouldBe(ClockStatus.Paused);
        paused.Net.ShouldBe(TimeSpan.FromHours(2));
        paused.Gross.ShouldBe(TimeSpan.FromHours(5));
        paused.DueAt.ShouldBe(start.AddHours(27));
        booking.Read([pause], Shanghai, start.AddHours(5)).Status.ShouldBe(ClockStatus.Missed);

        pause.EndedAt = start.AddHours(8);
        clock.Recompute([pause], Shanghai, start.AddHours(8));
        clock.DueAt.ShouldBe(start.AddHours(30));
        clock.Stop(start.AddHours(30));
        clock.Read([pause], Shanghai, start.AddHours(40)).Status.ShouldBe(ClockStatus.Met);
    }

    [Fact]
    [Trait("capability", "A058")]
    public void The_most_specific_target_wins()
    {
        var promises = new ServicePromises
        {
            Targets =
            [
                new TargetRule { DispatchMinutes = 1, BookingMinutes = 60, CompletionMinutes = 1440 },
                new TargetRule { Level = "vip", DispatchMinutes = 1, BookingMinutes = 20, CompletionMinutes = 600 },
                new TargetRule { AreaPrefix = "1101", DispatchMinutes = 1, BookingMinutes = 45, CompletionMinutes = 900 },
                new TargetRule { Urgency = Urgency.Emergency, DispatchMinutes = 1, BookingMinutes = 15, CompletionMinutes = 240 },
            ],
        };

        promises.TargetFor(Urgency.Normal, "standard", "repair", "131082").BookingMinutes.ShouldBe(60);
        promises.TargetFor(Urgency.Normal, "vip", "repair", "110105").BookingMinutes.ShouldBe(20);
        promises.TargetFor(Urgency.Normal, "standard", "repair", "110105").BookingMinutes.ShouldBe(45);
        promises.TargetFor(Urgency.Emergency, "vip", "repair", "110105").BookingMinutes.ShouldBe(15);
    }

    private static DateTime Local(int hour, int minute) => new DateTime(2026, 11, 22, hour, minute, 0, DateTimeKind.Utc).AddHours(-8);
}
