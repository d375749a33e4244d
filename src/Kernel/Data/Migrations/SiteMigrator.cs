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
        await context.Database.MigrateAsync(cancellationToken);
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
