using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Clocks;

/// <summary>Net minutes promised for the jobs that it fits; what is null fits every job.</summary>
internal sealed record TargetRule
{
    public Urgency? Urgency { get; init; }

    /// <summary>Member level of the customer.</summary>
    public string? Level { get; init; }

    public string? JobType { get; init; }

    /// <summary>Beginning of the division's code.</summary>
    public string? AreaPrefix { get; init; }

    public int DispatchMinutes { get; init; }

    public int BookingMinutes { get; init; }

    public int CompletionMinutes { get; init; }

    /// <summary>Urgency outweighs level, level outweighs kind of job, that outweighs the area; a longer area is more specific.</summary>
    public int Weight =>
        (Urgency is null ? 0 : 400) + (Level is null ? 0 : 200) + (JobType is null ? 0 : 100) + (AreaPrefix?.Length ?? 0);

    public bool Fits(Urgency urgency, string level, string jobType, string? divisionCode) =>
        (Urgency is null || Urgency == urgency)
        && (Level is null || Level == level)
        && (JobType is null || JobType == jobType)
        && (AreaPrefix is null || divisionCode?.StartsWith(AreaPrefix, StringComparison.Ordinal) == true);
}
