namespace ServicePlatform.Portal.Controllers;

/// <summary>What a customer types when he asks for service.</summary>
internal sealed class ReportInput
{
    /// <summary>The choice of a machine that is not in the list.</summary>
    public const string Other = "other";

    /// <summary>Id of one of the customer's machines, or <see cref="Other"/>.</summary>
    public string? Machine { get; set; }

    public Guid? MachineId => Guid.TryParse(Machine, out var id) ? id : null;

    public string JobType { get; set; } = "";

    public string? Description { get; set; }

    /// <summary>Wished day in the site's zone.</summary>
    public DateOnly? WishedOn { get; set; }

    /// <summary>Part of the day: <c>am</c>, <c>pm</c>, <c>evening</c>; empty for any.</summary>
    public string? WishedPart { get; set; }

    public string? ContactPhone { get; set; }
}
