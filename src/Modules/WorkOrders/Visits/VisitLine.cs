using ServicePlatform.Data;

namespace ServicePlatform.WorkOrders.Visits;

internal enum VisitLineOutcome
{
    Planned,
    Done,

    /// <summary>Left undone; the next visit takes it.</summary>
    Carried,
}

/// <summary>A line of the order that the visit takes on.</summary>
internal sealed class VisitLine : Entity
{
    public Guid VisitId { get; init; }

    public Guid LineId { get; init; }

    /// <summary>Number of the line in its order.</summary>
    public int Number { get; init; }

    public Guid? MachineId { get; init; }

    public required string JobType { get; init; }

    public VisitLineOutcome Outcome { get; set; }
}
