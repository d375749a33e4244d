using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Devices.Imports;
using ServicePlatform.Privacy;

namespace ServicePlatform.Devices.Privacy;

/// <summary>Tables that people brought, and those of the rows that were left out. What was imported stands in its own rows; how many stays.</summary>
internal sealed class ImportRetention(ISiteDb db, IPersonalTraces traces, ImportText text, ILegalHolds holds) : IRetention
{
    private const string Because = "tables go at the end of their term, whoever brought them";

    public string Id => "devices.imports";

    public RetentionTerm Term { get; } = new(RetentionUnit.Days, Usual: 90, Least: 7, Longest: 730);

    /// <summary>Those that name a held customer are read, and so found, only while somebody is held.</summary>
    public async Task<int> CountAsync(DateTime before, CancellationToken cancellationToken)
    {
        var words = await holds.WordsAsync(cancellationToken);
        if (words.Count == 0)
        {
            return await Due(before).CountAsync(cancellationToken);
        }

        var count = 0;
        foreach (var fileId in await Due(before).Select(import => import.FileId).ToListAsync(cancellationToken))
        {
            count += await text.NamesAsync(fileId, words, cancellationToken) ? 0 : 1;
        }

        return count;
    }

    public async Task<RetentionStep> RemoveAsync(RetentionPass pass, CancellationToken cancellationToken)
    {
        var after = pass.After;
        var next = await Due(pass.Before).Where(import => import.Id.CompareTo(after) > 0).OrderBy(import => import.Id).Select(import => new { import.Id, import.FileId }).FirstOrDefaultAsync(cancellationToken);
        if (next is null)
        {
            return new RetentionStep(0, false);
        }

        var words = await holds.WordsAsync(cancellationToken);
        if (words.Count > 0 && await text.NamesAsync(next.FileId, words, cancellationToken))
        {
            return new RetentionStep(0, true, next.Id);
        }

        await traces.DeleteFilesAsync([next.Id], cancellationToken);
        await db.Unscoped<Import>(Because).Where(import => import.Id == next.Id).ExecuteUpdateAsync(set => set.SetProperty(import => import.ProblemsFileId, (Guid?)null), cancellationToken);
        return new RetentionStep(1, true, next.Id);
    }

    private IQueryable<Import> Due(DateTime before)
    {
        var withFiles = traces.OwnersOfFiles(Import.Kind);
        return db.Unscoped<Import>(Because).Where(import => import.State != ImportState.Running && (import.FinishedAt ?? import.CreatedAt) < before && withFiles.Contains(import.Id));
    }
}
