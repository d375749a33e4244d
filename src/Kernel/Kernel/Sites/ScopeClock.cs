using ServicePlatform.Sites;

namespace ServicePlatform.Kernel.Sites;

/// <summary>The host's time, unless the scope replays acts of the past.</summary>
public sealed class ScopeClock(TimeProvider time) : IClock
{
    private DateTime? _fixed;

    public DateTime UtcNow => _fixed ?? Whole(time.GetUtcNow().UtcDateTime);

    /// <summary>From now on the scope acts at this time (UTC).</summary>
    public void ActAt(DateTime utc) => _fixed = Whole(utc);

    private static DateTime Whole(DateTime utc) => new(utc.Ticks - (utc.Ticks % 10), DateTimeKind.Utc);
}
