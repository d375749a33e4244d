using ServicePlatform.Data;

namespace ServicePlatform.Kernel.Events;

internal static class DueRows
{
    /// <summary>Rows whose time has come, the longest waiting first.</summary>
    /// <param name="rows">What waits, and for whom there is somebody to take it.</param>
    /// <param name="now">UTC.</param>
    /// <param name="longest">No row waits longer by itself: one that would, was put off before the clock was set back, and is due.</param>
    /// <param name="most">At once.</param>
    public static IQueryable<T> Due<T>(this IQueryable<T> rows, DateTime now, TimeSpan longest, int most)
        where T : class, IAwaitsAttempt
    {
        var tooFar = now + longest;
        return rows.Where(row => row.NextAttemptAt <= now || row.NextAttemptAt > tooFar).OrderBy(row => row.NextAttemptAt).Take(most);
    }
}
