namespace ServicePlatform.Kernel.Outside;

/// <summary>How long to wait after a failed attempt: soon at first, then every hour.</summary>
internal static class OutsidePauses
{
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1),
    ];

    public static TimeSpan Longest => Pauses[^1];

    /// <summary>When to try next; null where it was tried for long enough. The last attempt falls on the end.</summary>
    /// <param name="attempts">Made so far, at least 1.</param>
    public static DateTime? Next(int attempts, DateTime now, DateTime until)
    {
        var next = now + Pauses[Math.Min(attempts, Pauses.Length) - 1];
        return now >= until ? null : next < until ? next : until;
    }
}
