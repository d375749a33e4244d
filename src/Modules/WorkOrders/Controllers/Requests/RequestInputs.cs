using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>What an agent takes in.</summary>
internal sealed class IntakeInput : WindowInput
{
    public Guid CustomerId { get; set; }

    public Guid? MachineId { get; set; }

    public Guid? AddressId { get; set; }

    public string Channel { get; set; } = Channels.Phone;

    public string JobType { get; set; } = JobTypes.Repair;

    public string? Description { get; set; }

    public Urgency Urgency { get; set; }

    public string? ContactPhone { get; set; }

    /// <summary>True to keep it as a request; otherwise it becomes a job at once.</summary>
    public bool Keep { get; set; }
}

/// <summary>What every form of a request carries: which one, and the version that the reader has seen.</summary>
internal class RequestInput
{
    public Guid Id { get; set; }

    public int Version { get; set; }
}

internal sealed class TriageInput : RequestInput
{
    public string? JobType { get; set; }

    public Urgency Urgency { get; set; }

    public Guid? MachineId { get; set; }

    public Guid? AddressId { get; set; }

    public string? Note { get; set; }

    /// <summary>True to make a job of it at once.</summary>
    public bool Convert { get; set; }
}

internal sealed class DecisionInput : RequestInput
{
    public string? Solution { get; set; }

    public string? Reason { get; set; }

    public string? OriginalNumber { get; set; }
}
