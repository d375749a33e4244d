using ServicePlatform.Calendars;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Clocks;

/// <summary>One promise of an order as it is stored: started once, stopped once, due time kept for lists.</summary>
internal sealed class PromiseClock
{
    /// <summary>A week and as many days that differ as the calendar looks ahead.</summary>
    public const int LongestHours = 1000;

    public ClockKind Kind { get; init; }

    public DateTime StartedAt { get; init; }

    /// <summary>Net time promised, in minutes.</summary>
    public int TargetMinutes { get; init; }

    /// <summary>Hours that count, as they stood when the order was made; empty for around the clock.</summary>
    public string Hours { get; init; } = "";

    public DateTime DueAt { get; private set; }

    public DateTime? StoppedAt { get; private set; }

    public static PromiseClock Start(ClockKind kind, DateTime at, int targetMinutes, WorkHours hours, TimeZoneInfo zone)
    {
        var clock = new PromiseClock
        {
            Kind = kind,
            StartedAt = at,
            TargetMinutes = targetMinutes,
            Hours = hours.ToString(),
        };
        clock.Recompute([], zone, at);
        return clock;
    }

    /// <summary>Stops it; a clock that has stopped stays so, also when the job is given back or the appointment is moved.</summary>
    public void Stop(DateTime at) => StoppedAt ??= at < StartedAt ? StartedAt : at;

    /// <summary>What had stopped it did not hold: it runs on from its start.</summary>
    public void Reopen(IReadOnlyCollection<OrderPause> pauses, TimeZoneInfo zone, DateTime now)
    {
        StoppedAt = null;
        Recompute(pauses, zone, now);
    }

    /// <summary>Computes the due time anew after a pause has begun or ended.</summary>
    public void Recompute(IReadOnlyCollection<OrderPause> pauses, TimeZoneInfo zone, DateTime now)
    {
        if (StoppedAt is null)
        {
            DueAt = Time(pauses, zone, now).After(StartedAt, TimeSpan.FromMinutes(TargetMinutes));
        }
    }

    /// <summary>How it stands now. 60:00 of 60 minutes is kept, 60:01 is not.</summary>
    public ClockReading Read(IReadOnlyCollection<OrderPause> pauses, TimeZoneInfo zone, DateTime now)
    {
        var end = StoppedAt ?? now;
        var time = Time(pauses, zone, now);
        var net = time.Between(StartedAt, end);
        var target = TimeSpan.FromMinutes(TargetMinutes);
        var due = StoppedAt is null ? time.After(StartedAt, target) : DueAt;
        var gross = end > StartedAt ? end - StartedAt : TimeSpan.Zero;
        return new ClockReading(Kind, Status(net, target, pauses), StartedAt, due, StoppedAt, gross, net);
    }

    private ClockStatus Status(TimeSpan net, TimeSpan target, IReadOnlyCollection<OrderPause> pauses)
    {
        if (net > target)
        {
            return ClockStatus.Missed;
        }

        if (StoppedAt is not null)
        {
            return ClockStatus.Met;
        }

        return pauses.Any(pause => pause.EndedAt is null && pause.Stops(Kind)) ? ClockStatus.Paused : ClockStatus.Running;
    }

    private CountedTime Time(IReadOnlyCollection<OrderPause> pauses, TimeZoneInfo zone, DateTime now) => new(
        WorkHours.Parse(Hours),
        zone,
        [.. pauses.Where(pause => pause.Stops(Kind)).Select(pause => new Standstill(pause.StartedAt, pause.EndedAt ?? now))]);
}
