namespace ServicePlatform.Data;

/// <summary>A row that is tried again and again until it has succeeded or is given up.</summary>
public interface IAwaitsAttempt
{
    /// <summary>When it is tried next, UTC.</summary>
    DateTime NextAttemptAt { get; }
}
