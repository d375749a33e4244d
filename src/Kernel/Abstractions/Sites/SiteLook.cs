namespace ServicePlatform.Sites;

/// <summary>Settings: by what people know the site. A dealer's portal has its own colour and number.</summary>
public sealed record SiteLook
{
    /// <summary>Accent colour <c>#rrggbb</c>, or null for the theme's.</summary>
    public string? Accent { get; init; }

    /// <summary>Number that customers call, as written for people.</summary>
    public string? Hotline { get; init; }

    /// <summary>File with the logo; served to everybody.</summary>
    public Guid? LogoId { get; init; }
}
