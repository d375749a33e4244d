namespace ServicePlatform.Messaging.Sending;

/// <summary>When customers are left in peace. Holds for marketing; service and safety are exempt.</summary>
internal sealed record MessagingSettings
{
    /// <summary>Start of the quiet hours in the site's zone.</summary>
    public TimeOnly QuietFrom { get; init; } = new(21, 0);

    /// <summary>End of the quiet hours; before the start, it lies on the next day.</summary>
    public TimeOnly QuietUntil { get; init; } = new(8, 0);

    /// <summary>Most marketing messages to a customer in the period, over all channels.</summary>
    public int MarketingCap { get; init; } = 2;

    /// <summary>The period in days.</summary>
    public int CapDays { get; init; } = 7;
}
