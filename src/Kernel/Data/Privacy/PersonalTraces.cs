using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Files;
using ServicePlatform.Data.Sites;
using ServicePlatform.Data.Timelines;
using ServicePlatform.Privacy;

namespace ServicePlatform.Data.Privacy;

/// <summary>Contents of files to remove from the disk once the transaction that deleted their rows stands.</summary>
public interface IAfterErasure
{
    void Delete(IReadOnlyCollection<string> paths);
}

internal sealed class PersonalTraces(SiteDbContext db, ContentFolder folder, IAfterErasure after) : IPersonalTraces
{
    public async Task ClearTimelineAsync(IReadOnlyCollection<Guid> subjectIds, IReadOnlyList<string> words, IReadOnlyCollection<string> freeTextCodes, CancellationToken cancellationToken)
    {
        foreach (var chunk in subjectIds.Chunk(200))
        {
            var facts = await db.Set<TimelineFact>().AsNoTracking().Where(fact => chunk.Contains(fact.SubjectId) && fact.Values != "[]").ToListAsync(cancellationToken);
            foreach (var fact in facts)
            {
                var isFree = freeTextCodes.Contains(fact.Code, StringComparer.Ordinal);
                var values = FactValues.Read(fact.Values);
                var cleared = FactValues.Write([.. values.Select(value => isFree || words.Any(word => value.Contains(word, StringComparison.OrdinalIgnoreCase)) ? "" : value)]);
                if (cleared != fact.Values)
                {
                    await db.Set<TimelineFact>().Where(row => row.Id == fact.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Values, cleared), cancellationToken);
                }
            }
        }
    }

    public IQueryable<Guid> OwnersOfFiles(string ownerKind) => db.Set<FileRow>().Where(file => file.OwnerKind == ownerKind).Select(file => file.OwnerId);

    public async Task DeleteFilesAsync(IReadOnlyCollection<Guid> ownerIds, CancellationToken cancellationToken)
    {
        var contents = new List<string>();
        foreach (var chunk in ownerIds.Chunk(200))
        {
            var files = db.Set<FileRow>().Where(file => chunk.Contains(file.OwnerId));
            contents.AddRange(await files.Select(file => file.Sha256).Distinct().ToListAsync(cancellationToken));
            await files.ExecuteDeleteAsync(cancellationToken);
        }

        var used = await db.Set<FileRow>().Where(file => contents.Contains(file.Sha256)).Select(file => file.Sha256).ToListAsync(cancellationToken);
        after.Delete([.. contents.Except(used, StringComparer.Ordinal).Select(folder.PathOf)]);
    }
}
