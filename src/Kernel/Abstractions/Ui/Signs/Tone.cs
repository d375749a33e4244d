namespace ServicePlatform.Ui;

/// <summary>What a status says about the need to act. Each tone has a colour and a shape of its own.</summary>
public enum Tone
{
    /// <summary>Nothing to do yet, or over: draft, cancelled.</summary>
    Neutral,

    /// <summary>On its way: assigned, in progress.</summary>
    Info,

    /// <summary>As it should be: completed, covered, paid.</summary>
    Good,

    /// <summary>Needs a look soon: due shortly, on hold.</summary>
    Warn,

    /// <summary>Needs a hand now: overdue, refused, failed.</summary>
    Bad,
}
