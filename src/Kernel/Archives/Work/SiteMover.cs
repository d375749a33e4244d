using Microsoft.EntityFrameworkCore;
using ServicePlatform.Archives.Values;
using ServicePlatform.Data.Providers;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.Archives.Work;

/// <summary>Copies the rows of a closed site into another database, and compares them there. Files and keys stay where they are.</summary>
public sealed class SiteMover(SiteDatabases databases, SiteRegistry registry, IEnumerable<IDatabaseProvider> providers)
{
    /// <param name="site">Closed: nobody writes to it.</param>
    /// <param name="place">Of the same folder; its database is not there or empty.</param>
    /// <param name="report">Told of rows.</param>
    /// <param name="cancellationToken">Stops; the site's own database is as it was.</param>
    /// <param name="filled">
    /// Called when everything is there and compared, before the database stops being marked as unfinished; what it throws leaves it marked. Whoever
    /// remembers this moment goes on with <see cref="FinishAsync"/> after a kill; whoever does not begins anew.
    /// </param>
    /// <returns>Rows that were moved.</returns>
    /// <exception cref="ArchiveException">The site cannot be moved, or not there.</exception>
    public async Task<long> MoveAsync(SiteRuntime site, SitePlace place, ArchiveReport report, CancellationToken cancellationToken, Func<Task>? filled = null)
    {
        var provider = providers.Single(candidate => candidate.Name == place.Provider);
        var target = registry.Resolve(place.Provider, place.Connection, site.Folder);
        using var turn = DatabaseTurn.Begin(registry, provider, target);
        try
        {
            var rows = await MoveAsync(site, provider, target, report, cancellationToken);
            await (filled?.Invoke() ?? Task.CompletedTask);
            await ReleaseAsync(provider, target, cancellationToken);
            return rows;
        }
        catch (InvalidDataException exception)
        {
            throw new ArchiveException(exception, "archive-references", exception.Message);
        }
        finally
        {
            provider.CloseIdleConnections(target);
            site.Provider.CloseIdleConnections(site.ConnectionString);
        }
    }

    /// <summary>Ends a move that was killed after everything was there; may be repeated.</summary>
    public Task FinishAsync(SiteRuntime site, SitePlace place, CancellationToken cancellationToken) =>
        ReleaseAsync(providers.Single(candidate => candidate.Name == place.Provider), registry.Resolve(place.Provider, place.Connection, site.Folder), cancellationToken);

    private async Task ReleaseAsync(IDatabaseProvider provider, string target, CancellationToken cancellationToken)
    {
        await using (var database = new NewDatabase(databases, provider, target, ""))
        {
            await database.ReleaseAsync(cancellationToken);
        }

        provider.CloseIdleConnections(target);
    }

    private async Task<long> MoveAsync(SiteRuntime site, IDatabaseProvider provider, string target, ArchiveReport report, CancellationToken cancellationToken)
    {
        await using var context = databases.Open(site.DbOptions);
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        if (!applied.SetEquals(context.Database.GetMigrations()))
        {
            // Also where a plugin is not at hand: its tables would stay behind.
            throw new ArchiveException("archive-site-schema");
        }

        var plan = SitePlan.Of(context);
        await using var source = site.Provider.Connect(site.ConnectionString);
        await source.OpenAsync(cancellationToken);
        await using var transaction = await site.Provider.BeginSnapshotAsync(source, cancellationToken);
        var total = 0L;
        foreach (var table in plan)
        {
            total += await TableRows.CountAsync(source, transaction, table, cancellationToken);
        }

        var progress = new Progress(report, total);
        var expected = new List<ExpectedTable>();
        await using var database = new NewDatabase(databases, provider, target, Path.Combine(site.Folder, "move.lock"));
        await database.PrepareAsync(applied, plan, cancellationToken);
        foreach (var table in plan)
        {
            var hash = new RowsHash();
            using var text = new RowText(table);
            await using var rows = await TableRows.OpenAsync(source, transaction, table, cancellationToken);
            await using var writer = await database.OpenAsync(table, cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
            {
                hash.Add(text.Write(rows.Values).Span);
                await writer.WriteAsync(rows.Values, cancellationToken);
                await progress.AddAsync();
            }

            await writer.CompleteAsync(cancellationToken);
            expected.Add(new ExpectedTable(table, hash.Rows, hash.ToString()));
        }

        await database.CompleteAsync(expected, cancellationToken);
        return total;
    }
}
