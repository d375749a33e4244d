using ServicePlatform.Data.Providers;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.Archives.Work;

/// <summary>Of two who would fill one and the same database at once, the second is told so: each would clear what the other has written.</summary>
internal static class DatabaseTurn
{
    /// <returns>The turn; dispose it.</returns>
    /// <exception cref="ArchiveException">Somebody else fills this database.</exception>
    public static IDisposable Begin(SiteRegistry registry, IDatabaseProvider provider, string connectionString)
    {
        using var connection = provider.Connect(connectionString);
        return registry.BeginSetUp($"database:{provider.Name}:{connection.DataSource}/{connection.Database}".ToLowerInvariant()) ?? throw new ArchiveException("database-busy");
    }
}
