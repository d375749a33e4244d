using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Clocks;

/// <summary>
/// Settings: what the site promises. Orders keep the targets and hours of the day on which they were made; a change
/// applies to new ones.
/// </summary>
internal sealed record ServicePromises
{
    /// <summary>The most specific rule that fits wins; the first of equally specific ones.</summary>
    public IReadOnlyList<TargetRule> Targets { get; init; } =
    [
        new TargetRule { DispatchMinutes = 1, BookingMinutes = 60, CompletionMinutes = 24 * 60 },
        new TargetRule { Urgency = Urgency.Urgent, DispatchMinutes = 1, BookingMinutes = 30, CompletionMinutes = 12 * 60 },
        new TargetRule { Urgency = Urgency.Emergency, DispatchMinutes = 1, BookingMinutes = 15, CompletionMinutes = 4 * 60 },
    ];

    /// <summary>Whether the clock runs in the hours of the working calendar only, or around the clock.</summary>
    public bool DispatchInWorkingHours { get; init; }

    public bool BookingInWorkingHours { get; init; } = true;

    public bool CompletionInWorkingHours { get; init; }

    /// <summary>Which clocks a pause stops.</summary>
    public IReadOnlyList<PausePolicy> Pauses { get; init; } =
    [
        new PausePolicy(PauseReason.AwaitingPart, Completion: true),
        new PausePolicy(PauseReason.CustomerAsked, Booking: true, Completion: true),
        new PausePolicy(PauseReason.NobodyHome, Completion: true),
        new PausePolicy(PauseReason.AwaitingQuote, Completion: true),
        new PausePolicy(PauseReason.AwaitingExpert),
        new PausePolicy(PauseReason.BuildingAccess, Completion: true),
        new PausePolicy(PauseReason.ForceMajeure, Booking: true, Completion: true),
    ];

    public PausePolicy PolicyFor(PauseReason reason) =>
        Pauses.FirstOrDefault(policy => policy.Reason == reason) ?? new PausePolicy(reason);

    public TargetRule TargetFor(Urgency urgency, string level, string jobType, string? divisionCode) =>
        Targets.Where(rule => rule.Fits(urgency, level, jobType, divisionCode)).MaxBy(rule => rule.Weight)
        ?? new TargetRule { DispatchMinutes = 1, BookingMinutes = 60, CompletionMinutes = 24 * 60 };
}

/// <summary>The clocks that a reason to wait stops; none is possible.</summary>
internal sealed record PausePolicy(PauseReason Reason, bool Dispatch = false, bool Booking = false, bool Completion = false);
