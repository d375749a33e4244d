using ServicePlatform.Data;

namespace ServicePlatform.WorkOrders.Visits;

/// <summary>A filter that was changed at a visit; it becomes the machine's when the visit ends.</summary>
internal sealed class FilterChange : Entity
{
    public Guid VisitId { get; init; }

    public Guid MachineId { get; init; }

    public int Position { get; init; }

    /// <summary>Of the new filter.</summary>
    public string? Serial { get; set; }

    public DateTime At { get; set; }

    public DateTime RecordedAt { get; set; }
}
