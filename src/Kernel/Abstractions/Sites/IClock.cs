namespace ServicePlatform.Sites;

/// <summary>
/// The time at which the current act takes place. It is the host's time, except where a scope replays acts of the
/// past (an import of history, a device that was offline).
/// </summary>
public interface IClock
{
    /// <summary>UTC, whole microseconds.</summary>
    DateTime UtcNow { get; }
}
