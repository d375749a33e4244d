using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Search;
using ServicePlatform.Sites;

namespace ServicePlatform.Crm.Compounds;

/// <summary>Finds compounds by county and name; one that is named for the first time is added.</summary>
internal sealed class CompoundBook(ISiteDb db, ITransactionMemory memory, ISearchIndex search, IClock clock)
{
    /// <summary>Found or added once in a transaction: a whole table of customers lives in a few compounds.</summary>
    public Task<Guid> IdOfAsync(string countyCode, string name, CancellationToken cancellationToken) =>
        memory.OnceAsync($"crm.compound {countyCode} {name}", async () => (await FindOrAddAsync(countyCode, name, cancellationToken)).Id);

    public async Task<Compound> FindOrAddAsync(string countyCode, string name, CancellationToken cancellationToken)
    {
        // One that the same import has just added is not in the database yet.
        var compound = db.Set<Compound>().Local.FirstOrDefault(row => row.CountyCode == countyCode && row.Name == name)
            ?? await db.Set<Compound>().FirstOrDefaultAsync(row => row.CountyCode == countyCode && row.Name == name, cancellationToken);
        if (compound is null)
        {
            var id = Guid.CreateVersion7();
            compound = new Compound { Id = id, Code = $"{countyCode}-{id.ToString("N")[^8..]}", Name = name, CountyCode = countyCode, ChangedAt = clock.UtcNow };
            db.Set<Compound>().Add(compound);
            await search.SetAsync(new Subject(Compound.SubjectKind, id), [(SearchField.Name, name)], cancellationToken);
        }

        return compound;
    }
}
