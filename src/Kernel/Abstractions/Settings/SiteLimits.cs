namespace ServicePlatform.Settings;

/// <summary>Settings: how much of something a site takes.</summary>
public sealed record SiteLimits
{
    /// <summary>Largest photo in MiB, 1 to 25.</summary>
    public int PhotoMegabytes { get; init; } = 10;

    /// <summary>Sign-in codes to one phone in an hour, 1 to 20.</summary>
    public int CodesPerHour { get; init; } = 5;

    /// <summary>Sign-in codes to one phone in a day, 1 to 50.</summary>
    public int CodesPerDay { get; init; } = 10;

    /// <summary>Sign-in codes that one network address asks for in a day, 1 to 100,000; a whole company or compound may stand behind one.</summary>
    public int CodesPerAddressAndDay { get; init; } = 100;
}
