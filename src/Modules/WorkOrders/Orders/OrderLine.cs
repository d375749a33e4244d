using ServicePlatform.Data;

namespace ServicePlatform.WorkOrders.Orders;

internal enum LineState
{
    Open,
    Done,
    Dropped,
}

/// <summary>What is to be done at one machine. A visit takes the open lines; what it leaves undone goes to the next.</summary>
internal sealed class OrderLine : Entity
{
    public Guid OrderId { get; init; }

    /// <summary>1 for the first.</summary>
    public int Number { get; init; }

    /// <summary>Null where the customer named none yet.</summary>
    public Guid? MachineId { get; set; }

    public required string JobType { get; init; }

    public LineState State { get; set; }

    /// <summary>The visit that did it.</summary>
    public Guid? DoneVisitId { get; set; }
}
