using System.Reflection;

namespace ServicePlatform.Data.Sites;

/// <summary>The assemblies whose tables and migrations make up a site's database, lower floors first; the kernel's own comes before all.</summary>
public sealed record SiteModel(IReadOnlyList<Assembly> Assemblies)
{
    /// <summary>Where not null, only these migrations count: for an archive of an older schema, which is filled before the newer ones run.</summary>
    public IReadOnlySet<string>? OnlyMigrations { get; init; }
}
