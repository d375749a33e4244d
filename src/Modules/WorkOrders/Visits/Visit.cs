using ServicePlatform.Data;
using ServicePlatform.Geography;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.History;

namespace ServicePlatform.WorkOrders.Visits;

/// <summary>
/// One trip to the customer. Requested window, plan and actual times are three pairs that never mix. Once it has ended it
/// stays with the outlet that made it.
/// </summary>
internal sealed partial class Visit : Aggregate, IHeld, IVersioned
{
    private readonly List<VisitLine> _lines = [];
    private readonly List<VisitStep> _steps = [];
    private readonly List<VisitPhoto> _photos = [];
    private readonly List<FilterChange> _filterChanges = [];

    public override string Kind => Subjects.VisitKind;

    public override Subject FactSubject => Subjects.Order(OrderId);

    public required string Number { get; init; }

    public Guid OrderId { get; init; }

    public Guid PrincipalId { get; init; }

    public required string HolderPath { get; set; }

    public int Version { get; private set; }

    public Guid CustomerId { get; init; }

    public Guid? AddressId { get; init; }

    /// <summary>Machine of the first line.</summary>
    public Guid? MachineId { get; init; }

    public required string JobType { get; init; }

    public required string CategoryCode { get; init; }

    public VisitState State { get; private set; } = VisitState.Proposed;

    public DateTime CreatedAt { get; init; }

    public DateTime ChangedAt { get; private set; }

    public Guid? TechnicianId { get; private set; }

    public DateTime? RequestedFrom { get; init; }

    public DateTime? RequestedUntil { get; init; }

    public DateTime PlannedFrom { get; init; }

    public DateTime PlannedUntil { get; init; }

    public DateTime? ConfirmedAt { get; private set; }

    public DateTime? TravelStartedAt { get; private set; }

    public DateTime? ArrivedAt { get; private set; }

    public DateTime? WorkStartedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>What was agreed when it was booked.</summary>
    public string? BookingNote { get; init; }

    public ArrivalOutcome? ArrivalOutcome { get; private set; }

    public double? ArrivalLatitude { get; private set; }

    public double? ArrivalLongitude { get; private set; }

    public Datum? ArrivalDatum { get; private set; }

    public double? ArrivalAccuracyMetres { get; private set; }

    public double? ArrivalDistanceMetres { get; private set; }

    public string? ProcedureCode { get; private set; }

    /// <summary>In Chinese; the English one stands beside it.</summary>
    public string? ProcedureTitle { get; private set; }

    public string? EnglishProcedureTitle { get; private set; }

    public string? SignerName { get; private set; }

    public DateTime? SignedAt { get; private set; }

    /// <summary>The drawn signature.</summary>
    public Guid? SignatureFileId { get; private set; }

    /// <summary>Why an earlier signature was taken back; null before, and once it is signed again.</summary>
    public string? SignatureVoidReason { get; private set; }

    public string? Finding { get; private set; }

    public string? Conclusion { get; private set; }

    public PauseReason? EndReason { get; private set; }

    public string? EndNote { get; private set; }

    public IReadOnlyList<VisitLine> Lines => _lines;

    public IReadOnlyList<VisitStep> Steps => _steps;

    public IReadOnlyList<VisitPhoto> Photos => _photos;

    public IReadOnlyList<FilterChange> FilterChanges => _filterChanges;

    /// <summary>The last act; the next one cannot have been before it.</summary>
    public DateTime LastActAt => EndedAt ?? WorkStartedAt ?? ArrivedAt ?? TravelStartedAt ?? CreatedAt;

    public VisitLine Take(Guid lineId, int number, Guid? machineId, string jobType)
    {
        var line = new VisitLine { VisitId = Id, LineId = lineId, Number = number, MachineId = machineId, JobType = jobType };
        _lines.Add(line);
        return line;
    }

    private Commands.Failure? Move(VisitState to, DateTime at)
    {
        if (Move(VisitStates.Table, State, to, at) is { } failure)
        {
            return failure;
        }

        State = to;
        ChangedAt = at;
        return null;
    }
}
