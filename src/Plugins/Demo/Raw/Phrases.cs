namespace ServicePlatform.Demo.Raw;

/// <summary>Short texts that staff write.</summary>
internal sealed record Phrases(
    IReadOnlyList<Company> Companies,
    IReadOnlyList<string> OtherMakers,
    LocalText Street,
    LocalText Flat,
    LocalText Villa,
    IReadOnlyList<LocalText> CustomerNotes,
    IReadOnlyDictionary<string, LocalText> TriageNotes,
    IReadOnlyList<LocalText> BookingNotes,
    IReadOnlyList<Refusal> Refusals,
    LocalText Moved,
    LocalText Paused,
    LocalText CallLater,
    LocalText NobodyHome,
    LocalText AwaitingPart,
    LocalText PartArrived,
    LocalText SentBack,
    LocalText Resent,
    IReadOnlyList<LocalText> Closed,
    IReadOnlyList<LocalText> Cancelled,
    LocalText Voided,
    LocalText Unfixable,
    IReadOnlyList<LocalText> Rejected,
    IReadOnlyList<LocalText> RejectedReports,
    IReadOnlyList<LocalText> AsksAgain,
    LocalText HighPressure,
    LocalText LowPressure,
    LocalText FamilySigner);

internal sealed record Refusal(string Reason, LocalText Note);

/// <param name="Place">Code of the office building.</param>
/// <param name="Detail">Floor and room.</param>
internal sealed record Company(string Zh, string En, string Place, LocalText Detail, string Phone)
{
    public LocalText Name => new(Zh, En);
}
