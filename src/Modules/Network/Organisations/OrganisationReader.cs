using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Network.Contracts;

namespace ServicePlatform.Network.Organisations;

internal sealed class OrganisationReader(ISiteDb db) : IOrganisationReader
{
    public async Task<IReadOnlyDictionary<Guid, OrganisationSummary>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var found = ids.Count == 0 ? [] : await ReadAsync(rows => rows.Where(row => ids.Contains(row.Id)), cancellationToken);
        return found.ToDictionary(organisation => organisation.Id);
    }

    public async Task<IReadOnlyDictionary<string, OrganisationSummary>> GetByPathAsync(IReadOnlyCollection<string> paths, CancellationToken cancellationToken)
    {
        var found = paths.Count == 0 ? [] : await ReadAsync(rows => rows.Where(row => paths.Contains(row.Path)), cancellationToken);
        return found.ToDictionary(organisation => organisation.Path, StringComparer.Ordinal);
    }

    public async Task<OrganisationSummary?> FindByCodeAsync(string code, CancellationToken cancellationToken) =>
        (await ReadAsync(rows => rows.Where(row => row.Code == code), cancellationToken)).FirstOrDefault();

    public async Task<IReadOnlyList<OrganisationSummary>> BelowAsync(string path, CancellationToken cancellationToken) =>
        path.Length == 0 ? [] : await ReadAsync(rows => rows.Below(path), cancellationToken);

    private async Task<List<OrganisationSummary>> ReadAsync(Func<IQueryable<Organisation>, IQueryable<Organisation>> choose, CancellationToken cancellationToken)
    {
        var rows = await choose(db.List<Organisation>()).OrderBy(row => row.Path).ToListAsync(cancellationToken);
        var ids = rows.Select(row => row.Id).ToList();
        var served = await db.List<OrganisationPrincipal>().Where(link => ids.Contains(link.OrganisationId)).ToListAsync(cancellationToken);
        var principals = served.ToLookup(link => link.OrganisationId, link => link.PrincipalId);
        return rows.Select(row => row.Summarise(principals[row.Id].ToList())).ToList();
    }
}

internal static class OrganisationQueries
{
    /// <summary>The node at the path and all below it, by a range on the index.</summary>
    public static IQueryable<Organisation> Below(this IQueryable<Organisation> rows, string path) => rows.Within(OrganisationPaths.Range(path));

    public static IQueryable<Organisation> Within(this IQueryable<Organisation> rows, (string Low, string High) range)
    {
        var (low, high) = range;
        return rows.Where(row => string.Compare(row.Path, low) >= 0 && string.Compare(row.Path, high) < 0);
    }
}
