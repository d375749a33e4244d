using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Security;

namespace ServicePlatform.Network.Organisations;

/// <summary>Offers the organisations as places in which accounts work.</summary>
internal sealed class ScopeDirectory(ISiteDb db, IOrganisationReader organisations, IActorContext actors) : IScopeDirectory
{
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyCollection<string> paths, CancellationToken cancellationToken) =>
        (await organisations.GetByPathAsync(paths, cancellationToken)).ToDictionary(pair => pair.Key, pair => pair.Value.Name, StringComparer.Ordinal);

    public async Task<IReadOnlyList<ScopePlace>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        var rows = db.List<Organisation>().Where(row => row.IsActive);
        if (!actors.Current.SeesEverything)
        {
            rows = actors.Current.ScopePath is { } own ? rows.Below(own) : rows.Where(_ => false);
        }

        if (text.Length > 0)
        {
            rows = rows.Where(row => row.Name.Contains(text) || row.Code.Contains(text));
        }

        var found = await rows.OrderBy(row => row.Path).Take(limit).Select(row => new { row.Path, row.Name, row.Code }).ToListAsync(cancellationToken);
        var parents = await NamesAsync(found.Select(row => Above(row.Path)).OfType<string>().Distinct(StringComparer.Ordinal).ToList(), cancellationToken);
        return found.ConvertAll(row => new ScopePlace(row.Path, row.Name, Above(row.Path) is { } above && parents.TryGetValue(above, out var parent) ? $"{row.Code} · {parent}" : row.Code));
    }

    private static string? Above(string path)
    {
        var chain = OrganisationPaths.Chain(path);
        return chain.Count < 2 ? null : chain[^2];
    }
}
