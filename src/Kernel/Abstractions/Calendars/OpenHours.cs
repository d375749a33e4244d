namespace ServicePlatform.Calendars;

/// <summary>The part of a day in which work is done, in the site's zone.</summary>
/// <param name="OpensMinute">Minute of the day, 0 to 1439.</param>
/// <param name="ClosesMinute">First minute of the day that does not count any more, 1 to 1440; not after the opening for a day without work.</param>
public readonly record struct OpenHours(int OpensMinute, int ClosesMinute)
{
    /// <summary>A day without work.</summary>
    public static OpenHours Closed { get; }

    public static OpenHours WholeDay { get; } = new(0, 24 * 60);

    public bool IsClosed => OpensMinute >= ClosesMinute;

    internal bool IsOpen(TimeSpan timeOfDay) =>
        timeOfDay >= TimeSpan.FromMinutes(OpensMinute) && timeOfDay < TimeSpan.FromMinutes(ClosesMinute);
}
