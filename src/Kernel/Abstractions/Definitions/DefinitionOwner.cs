namespace ServicePlatform.Definitions;

/// <summary>Layers of a definition, from the highest to the lowest. A lower one adds to what a higher one says.</summary>
public enum DefinitionLayer
{
    /// <summary>Shipped with the product and read-only in a site.</summary>
    Platform,

    /// <summary>Of one principal.</summary>
    Brand,

    /// <summary>Of a node of the organisation tree above dealers; it holds for everything below the node.</summary>
    Region,

    /// <summary>Of a dealer, his sub-outlets or one of them.</summary>
    Dealer,
}

/// <summary>Whose layer it is.</summary>
/// <param name="PrincipalId">The brand itself in the brand layer; in region and dealer layers the only brand that it is for, or null for all.</param>
/// <param name="OrganisationPath">Node of the tree in region and dealer layers: <c>/hq/north/</c>.</param>
public sealed record DefinitionOwner(DefinitionLayer Layer, Guid? PrincipalId, string? OrganisationPath)
{
    public static DefinitionOwner Platform { get; } = new(DefinitionLayer.Platform, null, null);

    public static DefinitionOwner Brand(Guid principalId) => new(DefinitionLayer.Brand, principalId, null);

    public static DefinitionOwner Region(string path, Guid? onlyFor = null) => new(DefinitionLayer.Region, onlyFor, path);

    public static DefinitionOwner Dealer(string path, Guid? onlyFor = null) => new(DefinitionLayer.Dealer, onlyFor, path);

    /// <summary>False where a brand layer has no brand, a region's no path, or a path is not one.</summary>
    public bool IsComplete => Layer switch
    {
        DefinitionLayer.Platform => PrincipalId is null && OrganisationPath is null,
        DefinitionLayer.Brand => PrincipalId is not null && OrganisationPath is null,
        _ => OrganisationPath is ['/', .., '/'],
    };

    /// <summary>True where both are written by the same party: what one has made mandatory the other may take back.</summary>
    public bool IsSameHandAs(DefinitionOwner other) =>
        Layer == other.Layer
        && (Layer == DefinitionLayer.Brand
            ? PrincipalId == other.PrincipalId
            : string.Equals(OrganisationPath, other.OrganisationPath, StringComparison.Ordinal));

    /// <summary>True where both can hold for one job: no different brands, and one node above the other or the same.</summary>
    internal bool Meets(DefinitionOwner other) =>
        (PrincipalId is null || other.PrincipalId is null || PrincipalId == other.PrincipalId)
        && (OrganisationPath is not { } mine || other.OrganisationPath is not { } theirs
            || mine.StartsWith(theirs, StringComparison.Ordinal) || theirs.StartsWith(mine, StringComparison.Ordinal));

    /// <summary>Depth in the tree; a deeper node is the lower layer of two.</summary>
    internal int Depth => OrganisationPath?.Count(letter => letter == '/') ?? 0;
}
