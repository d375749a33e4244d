using ServicePlatform.Data;

namespace ServicePlatform.WorkOrders.Orders;

/// <summary>How an outlet's hold of an order ended before the work.</summary>
internal enum AssignmentEnd
{
    /// <summary>Given back by the outlet, which is left out from then on.</summary>
    Refused,

    /// <summary>Taken back or passed on by the dispatcher.</summary>
    Withdrawn,
}

/// <summary>An outlet had the order, from when to when, and why no longer.</summary>
internal sealed class OrderAssignment : Entity
{
    public Guid OrderId { get; init; }

    public Guid OrganisationId { get; init; }

    public DateTime AssignedAt { get; init; }

    /// <summary>Account of the dispatcher; empty for the product itself.</summary>
    public Guid AssignedBy { get; init; }

    public DateTime? AcceptedAt { get; set; }

    public DateTime? EndedAt { get; set; }

    public AssignmentEnd? End { get; set; }

    public string? ReasonCode { get; set; }

    public string? Note { get; set; }
}
