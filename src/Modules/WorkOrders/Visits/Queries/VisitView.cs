using ServicePlatform.Devices.Contracts;
using ServicePlatform.Geography;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Visits.Queries;

/// <summary>A visit as the order's page shows it.</summary>
/// <param name="StepsDone">Of all its steps.</param>
/// <param name="Readings">Those that were taken, with the limits that held.</param>
internal sealed record VisitView(
    Guid Id,
    string Number,
    VisitState State,
    string OutletName,
    Guid? TechnicianId,
    string? TechnicianName,
    DateTime CreatedAt,
    DateTime? RequestedFrom,
    DateTime? RequestedUntil,
    DateTime PlannedFrom,
    DateTime PlannedUntil,
    DateTime? ConfirmedAt,
    DateTime? TravelStartedAt,
    DateTime? ArrivedAt,
    DateTime? WorkStartedAt,
    DateTime? EndedAt,
    string? BookingNote,
    ArrivalView? Arrival,
    IReadOnlyList<VisitLineView> Lines,
    string? ProcedureTitle,
    int StepsDone,
    IReadOnlyList<StepView> Steps,
    IReadOnlyList<VisitReading> Readings,
    IReadOnlyList<PhotoView> Photos,
    IReadOnlyList<FilterChangeView> FilterChanges,
    string? SignerName,
    DateTime? SignedAt,
    Guid? SignatureFileId,
    string? SignatureVoidReason,
    string? Finding,
    string? Conclusion,
    PauseReason? EndReason,
    string? EndNote);

internal sealed record ArrivalView(ArrivalOutcome Outcome, GeoPoint? Position, double? AccuracyMetres, double? DistanceMetres)
{
    /// <summary>The place was not confirmed.</summary>
    public bool NeedsReview => Outcome != ArrivalOutcome.Validated;
}

internal sealed record VisitLineView(int Number, string JobType, Guid? MachineId, string? MachineName, VisitLineOutcome Outcome);

/// <param name="LineNumber">The order's line that it serves.</param>
/// <param name="LayerName">Whose layer of the procedure it comes from: the brand's or the dealer's name.</param>
/// <param name="LimitText">Accepted range for people, or null.</param>
/// <param name="RemedyAdvice">What the procedure allows where a reading lies outside the limits.</param>
internal sealed record StepView(
    int Order,
    string Code,
    int LineNumber,
    ProcedureSection Section,
    StepKind Kind,
    string Title,
    string? Instruction,
    bool IsMandatory,
    ReadingKind? Reading,
    string? Unit,
    double? Minimum,
    double? Maximum,
    string? LimitText,
    string? RemedyAdvice,
    int? FlushPosition,
    int? MinimumMinutes,
    string? PhotoAngle,
    string Layer,
    string LayerName,
    int DefinitionVersion,
    DateTime? DoneAt,
    double? Value,
    string? Text,
    string? Remedy,
    int? Minutes,
    bool IsOutside);

/// <param name="IsRepeated">The same picture is evidence of another order too.</param>
internal sealed record PhotoView(Guid FileId, string? StepCode, string? Angle, DateTime TakenAt, DateTime ReceivedAt, string Sha256, bool IsRepeated);

internal sealed record FilterChangeView(Guid MachineId, int Position, string? FilterName, string? Serial, DateTime At);
