using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>What every form of an order carries: which order, and the version that the reader has seen.</summary>
internal class OrderInput
{
    public Guid Id { get; set; }

    public int Version { get; set; }
}

/// <summary>A reason in words, and where there is a list, from it.</summary>
internal sealed class ReasonInput : OrderInput
{
    public string? ReasonCode { get; set; }

    public string? Reason { get; set; }

    public string? Note { get; set; }
}

internal sealed class DispatchInput : OrderInput
{
    public Guid? OutletId { get; set; }
}

internal sealed class TechnicianInput : OrderInput
{
    public Guid? TechnicianId { get; set; }

    /// <summary>Although he has another visit then.</summary>
    public bool Anyway { get; set; }
}

internal sealed class PauseInput : OrderInput
{
    public PauseReason? Reason { get; set; }

    public string? Note { get; set; }
}

internal sealed class LineInput : OrderInput
{
    public Guid? MachineId { get; set; }

    public string? JobType { get; set; }
}

internal sealed class BookInput : WindowInput
{
    public Guid Id { get; set; }

    public int Version { get; set; }

    /// <summary>The customer has agreed.</summary>
    public bool Confirmed { get; set; } = true;

    /// <summary>Although the technician has another visit then.</summary>
    public bool Anyway { get; set; }

    public string? Note { get; set; }
}
