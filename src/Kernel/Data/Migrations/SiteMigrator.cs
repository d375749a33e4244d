using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Providers;
using ServicePlatform.Data.Sites;

namespace ServicePlatform.Data.Migrations;

/// <summary>Brings the database of a site to the model, one process at a time.</summary>
public static class SiteMigrator
{
    /// <param name="context">A context of the site.</param>
    /// <param name="provider">Its provider.</param>
    /// <param name="connectionString">Its connection string.</param>
    /// <param name="lockFile">A file of the site that is held open while migrating; the operating system frees it when a process dies.</param>
    public static async Task MigrateAsync(SiteDbContext context, IDatabaseProvider provider, string connectionString, string lockFile, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(lockFile)!);
        await using var held = await AcquireAsync(lockFile, cancellationToken);
        await provider.CreateDatabaseAsync(connectionString, cancellationToken);
        await provider.ClearStaleMigrationLockAsync(context, cancellationToken);
        await RefuseNewerAsync(context, cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>Migrations that the database has and this build does not know, those of plugins apart: a plugin that is gone leaves its tables behind.</summary>
    /// <param name="applied">Ids of the migrations that the database has.</param>
    /// <param name="known">Ids of the migrations of this build.</param>
    public static IReadOnlyList<string> Newer(IEnumerable<string> applied, IEnumerable<string> known) =>
        applied.Except(known, StringComparer.Ordinal).Where(id => !IsOfPlugin(id)).Order(StringComparer.Ordinal).ToList();

    /// <summary>Plugins are on floor 100: <c>20261122_10000_Demo</c>.</summary>
    public static bool IsOfPlugin(string migration) => migration.Split('_') is [_, { Length: >= 5 } floor, ..] && floor.All(char.IsAsciiDigit);

    /// <exception cref="NewerDatabaseException">A newer build has migrated it; this one would harm what it does not know.</exception>
    private static async Task RefuseNewerAsync(SiteDbContext context, CancellationToken cancellationToken)
    {
        var applied = await context.Database.GetAppliedMigrationsAsync(cancellationToken);
        if (Newer(applied, context.Database.GetMigrations()) is { Count: > 0 } newer)
        {
            throw new NewerDatabaseException(newer);
        }
    }

    internal static async Task<FileStream> AcquireAsync(string lockFile, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < 600)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
            }
        }
    }
}
