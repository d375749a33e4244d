namespace ServicePlatform.Portal.Controllers;

/// <summary>What a customer types when he asks for service.</summary>
internal sealed class ReportInput
{
    public Guid? MachineId { get; set; }

    public string JobType { get; set; } = "";

    public string? Description { get; set; }

    /// <summary>Wished day in the site's zone.</summary>
    public DateOnly? WishedOn { get; set; }

    /// <summary>Part of the day: <c>am</c>, <c>pm</c>, <c>evening</c>; empty for any.</summary>
    public string? WishedPart { get; set; }

    public string? ContactPhone { get; set; }
}
