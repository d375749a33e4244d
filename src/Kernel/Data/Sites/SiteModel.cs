using System.Reflection;

namespace ServicePlatform.Data.Sites;

/// <summary>The assemblies whose tables and migrations make up a site's database, lower floors first; the kernel's own comes before all.</summary>
public sealed record SiteModel(IReadOnlyList<Assembly> Assemblies)
{
    /// <summary>Where not null, only these migrations count: for an archive of an older schema, which is filled before the newer ones run.</summary>
    public IReadOnlySet<string>? OnlyMigrations { get; init; }

    /// <summary>Those of them that are plugins from a folder: their migrations run last, each plugin's for itself.</summary>
    public IReadOnlyList<Assembly> Plugins { get; init; } = [];

    /// <summary>Two of the same assemblies make the same model.</summary>
    public bool Equals(SiteModel? other) => other is not null && Assemblies.SequenceEqual(other.Assemblies);

    public override int GetHashCode() => Assemblies.Aggregate(0, (code, assembly) => HashCode.Combine(code, assembly));
}
