using System.Data.Common;
using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Sites;

namespace ServicePlatform.Data.Numbers;

/// <summary>
/// Moves the stored last number of a series on, in whatever transaction the context is in. Safe between nodes: the
/// counter only moves if nobody has moved it since it was read. Never saves or tracks anything of the context, whose
/// owner may be halfway through building his rows.
/// </summary>
internal static class NumberCounter
{
    private const int Attempts = 200;

    public static async Task<NumberBlock> TakeAsync(SiteDbContext db, string name, int count, CancellationToken cancellationToken)
    {
        ExceptionDispatchInfo? fault = null;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var row = db.Set<NumberSeries>().AsNoTracking().Where(series => series.Name == name);
            if (await row.Select(series => (long?)series.Last).SingleOrDefaultAsync(cancellationToken) is not { } last)
            {
                // Nobody else has begun it either, so this is what keeps it from beginning: a full disk, a file that cannot be written.
                fault?.Throw();
                fault = await BeginAsync(db, name, cancellationToken);
                continue;
            }

            var moved = await row.Where(series => series.Last == last)
                .ExecuteUpdateAsync(set => set.SetProperty(series => series.Last, last + count), cancellationToken);
            if (moved == 1)
            {
                return new NumberBlock(last + 1, last + count);
            }
        }

        throw new InvalidOperationException($"The counter '{name}' was moved by others at each of {Attempts} attempts.");
    }

    /// <returns>What went wrong, where somebody else may have been faster.</returns>
    private static async Task<ExceptionDispatchInfo?> BeginAsync(SiteDbContext db, string name, CancellationToken cancellationToken)
    {
        // Change tracking has no insert without saving all else; this statement means the same on every provider.
        FormattableString insert = $"""
            INSERT INTO "Kernel_Numbers" ("Name", "Last")
            SELECT {name}, 0 WHERE NOT EXISTS (SELECT 1 FROM "Kernel_Numbers" WHERE "Name" = {name})
            """;
        try
        {
            await db.Database.ExecuteSqlAsync(insert, cancellationToken);
            return null;
        }
        catch (DbException exception) when (db.Database.CurrentTransaction is null)
        {
            // Another node began the same month at the same moment, or the database is out of order: the next read tells.
            return ExceptionDispatchInfo.Capture(exception);
        }
    }
}
