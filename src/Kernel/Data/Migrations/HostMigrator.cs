using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using ServicePlatform.Data.Host;
using IDatabaseProvider = ServicePlatform.Data.Providers.IDatabaseProvider;

namespace ServicePlatform.Data.Migrations;

/// <summary>Brings the host's own database to the model.</summary>
public static class HostMigrator
{
    /// <summary>Options of the host's context.</summary>
    public static void Configure(DbContextOptionsBuilder options, IDatabaseProvider provider, string connectionString)
    {
        provider.Configure(options, connectionString);
        options.ReplaceService<IMigrationsAssembly, HostMigrations>();
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
    }

    /// <param name="lockFile">See <see cref="SiteMigrator.MigrateAsync"/>.</param>
    public static async Task MigrateAsync(HostDbContext context, IDatabaseProvider provider, string lockFile, CancellationToken cancellationToken)
    {
        await using var held = await SiteMigrator.AcquireAsync(lockFile, cancellationToken);
        if (await context.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancellationToken))
        {
            await provider.ClearStaleMigrationLockAsync(context, cancellationToken);
            await TakeOverAsync(context, cancellationToken);
        }

        await context.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>A database that was made before there were migrations has the tables of the first one.</summary>
    private static async Task TakeOverAsync(HostDbContext context, CancellationToken cancellationToken)
    {
        if ((await context.Database.GetAppliedMigrationsAsync(cancellationToken)).Any() || !await HasSitesAsync(context, cancellationToken))
        {
            return;
        }

        var history = context.GetService<IHistoryRepository>();
        await history.CreateIfNotExistsAsync(cancellationToken);
        var first = context.GetService<IMigrationsAssembly>().Migrations.Keys.First();
        await context.Database.ExecuteSqlRawAsync(history.GetInsertScript(new HistoryRow(first, ProductInfo.GetVersion())), cancellationToken);
    }

    private static async Task<bool> HasSitesAsync(HostDbContext context, CancellationToken cancellationToken)
    {
        try
        {
            await context.Sites.AsNoTracking().AnyAsync(cancellationToken);
            return true;
        }
        catch (DbException)
        {
            // No such table yet.
            return false;
        }
    }
}
