namespace ServicePlatform.Portal.Controllers;

/// <summary>What a customer types when he asks for service.</summary>
internal sealed class ReportInput
{
    /// <summary>The choice of a machine that is not in the list.</summary>
    public const string Other = "other";

    /// <summary>Id of one of the customer's machines, or <see cref="Other"/>; where several customers share the number, with whose: <c>other:{id}</c>.</summary>
    public string? Machine { get; set; }

    public bool IsOther => Machine == Other || OtherCustomerId is not null;

    public Guid? OtherCustomerId =>
        Machine is not null && Machine.StartsWith(Other + ":", StringComparison.Ordinal) && Guid.TryParse(Machine.AsSpan(Other.Length + 1), out var id) ? id : null;

    public Guid? MachineId => Guid.TryParse(Machine, out var id) ? id : null;

    public string JobType { get; set; } = "";

    public string? Description { get; set; }

    /// <summary>Wished day in the site's zone.</summary>
    public DateOnly? WishedOn { get; set; }

    /// <summary>Part of the day: <c>am</c>, <c>pm</c>, <c>evening</c>; empty for any.</summary>
    public string? WishedPart { get; set; }

    public string? ContactPhone { get; set; }
}
