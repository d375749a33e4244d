namespace ServicePlatform.Tasks;

public enum LongTaskPhase
{
    Queued,
    Running,
    Succeeded,
    Failed,
    Cancelled,
}

/// <summary>How far a long task has come.</summary>
/// <param name="Done">Things done so far, those of earlier runs included.</param>
/// <param name="Total">Things in all; null while unknown.</param>
/// <param name="Left">How long the rest takes at the speed so far; null before there is one.</param>
/// <param name="IsStopping">Somebody has asked it to stop and it has not ended yet.</param>
/// <param name="Error">Why it failed, in the language of who started it.</param>
public sealed record LongTaskState(Guid Id, LongTaskPhase Phase, long Done, long? Total, TimeSpan? Left, bool IsStopping, string? Error)
{
    public bool IsOpen => Phase is LongTaskPhase.Queued or LongTaskPhase.Running;
}
