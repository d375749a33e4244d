using ServicePlatform.Data;

namespace ServicePlatform.WorkOrders.History;

/// <summary>One transition of a request, order or visit; never changed. Figures are computed from these rows.</summary>
internal sealed class StateChange : Entity
{
    /// <summary><c>request</c>, <c>order</c> or <c>visit</c>.</summary>
    public required string SubjectKind { get; init; }

    public Guid SubjectId { get; init; }

    /// <summary>1 for the first transition of the subject.</summary>
    public int Sequence { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    /// <summary>UTC time of the act, by the clock of the device where one reported it.</summary>
    public DateTime At { get; init; }

    /// <summary>UTC time at the server.</summary>
    public DateTime RecordedAt { get; set; }

    /// <summary>Account that acted; empty for the product itself.</summary>
    public Guid UserId { get; set; }
}
