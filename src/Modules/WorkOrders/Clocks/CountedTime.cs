using ServicePlatform.Calendars;

namespace ServicePlatform.WorkOrders.Clocks;

/// <summary>A time in which a clock stands still, from the first instant up to, not including, the last. UTC.</summary>
internal readonly record struct Standstill(DateTime From, DateTime Until);

/// <summary>
/// Time that counts towards a promise: within the working hours of the zone and outside the standstills. All instants are
/// UTC; what counts is decided by the local time of each instant, so that changes of summer time neither lose nor double an hour.
/// </summary>
internal sealed class CountedTime(WorkHours hours, TimeZoneInfo zone, IReadOnlyList<Standstill> standstills)
{
    /// <summary>Counted time between two instants; zero where the second is not later.</summary>
    public TimeSpan Between(DateTime from, DateTime until)
    {
        var counted = TimeSpan.Zero;
        for (var at = from; at < until;)
        {
            var end = Earlier(NextChange(at), until);
            if (Counts(at))
            {
                counted += end - at;
            }

            at = end;
        }

        return counted;
    }

    /// <summary>The first instant at which <paramref name="net"/> has been counted since <paramref name="from"/>.</summary>
    public DateTime After(DateTime from, TimeSpan net)
    {
        var left = net;
        for (var at = from; ;)
        {
            var end = NextChange(at);
            if (Counts(at))
            {
                if (end - at >= left)
                {
                    return at + left;
                }

                left -= end - at;
            }

            at = end;
        }
    }

    private bool Counts(DateTime at) =>
        hours.IsOpen(at + zone.GetUtcOffset(at))
        && !standstills.Any(still => still.From <= at && at < still.Until);

    /// <summary>The next instant at which counting may begin or end.</summary>
    private DateTime NextChange(DateTime at)
    {
        var next = NextOpeningOrClosing(at);
        foreach (var still in standstills)
        {
            next = still.From > at ? Earlier(next, still.From) : next;
            next = still.Until > at ? Earlier(next, still.Until) : next;
        }

        return next;
    }

    private DateTime NextOpeningOrClosing(DateTime at)
    {
        if (hours.IsAlways)
        {
            return DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc);
        }

        var offset = zone.GetUtcOffset(at);
        var change = hours.NextChange(at + offset) - offset;
        return zone.GetUtcOffset(change) == offset ? change : OffsetChange(at, change, offset);
    }

    /// <summary>Where the zone leaves the offset between two instants less than a day apart; it does so once.</summary>
    private DateTime OffsetChange(DateTime before, DateTime after, TimeSpan offset)
    {
        while (after - before > TimeSpan.FromTicks(1))
        {
            var middle = before + ((after - before) / 2);
            (before, after) = zone.GetUtcOffset(middle) == offset ? (middle, after) : (before, middle);
        }

        return after;
    }

    private static DateTime Earlier(DateTime left, DateTime right) => left < right ? left : right;
}
