namespace ServicePlatform.WorkOrders.Clocks;

/// <summary>The part of each day in which a clock runs, in the site's zone.</summary>
/// <param name="OpensMinute">Minute of the day, 0 to 1439.</param>
/// <param name="ClosesMinute">First minute of the day that does not count any more, 1 to 1440.</param>
internal readonly record struct CallingHours(int OpensMinute, int ClosesMinute)
{
    /// <summary>Around the clock.</summary>
    public static CallingHours Always { get; }

    public bool IsAlways => OpensMinute >= ClosesMinute;

    public bool IsOpen(TimeSpan timeOfDay) =>
        IsAlways || (timeOfDay >= TimeSpan.FromMinutes(OpensMinute) && timeOfDay < TimeSpan.FromMinutes(ClosesMinute));

    /// <summary>The next local time after <paramref name="local"/> at which the day opens or closes.</summary>
    public DateTime NextChange(DateTime local)
    {
        var opens = local.Date.AddMinutes(OpensMinute);
        var closes = local.Date.AddMinutes(ClosesMinute);
        if (local < opens)
        {
            return opens;
        }

        return local < closes ? closes : opens.AddDays(1);
    }
}
