using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Search;
using ServicePlatform.Security;

namespace ServicePlatform.Crm.Compounds;

/// <summary>Compounds by name, with the newest figures of their water.</summary>
[RequirePermission(CrmPermissions.View)]
internal sealed record ListCompounds(string? Text, PageRequest Page) : IQuery<CompoundList>;

internal sealed record CompoundList(Page<Compound> Rows, IReadOnlyDictionary<Guid, CompoundWater> Water);

internal sealed class ListCompoundsHandler(ISiteDb db, ISearchIndex search, ICompoundReader reader) : IQueryHandler<ListCompounds, CompoundList>
{
    public async Task<Result<CompoundList>> HandleAsync(ListCompounds query, CancellationToken cancellationToken)
    {
        var rows = db.List<Compound>();
        if (!string.IsNullOrWhiteSpace(query.Text))
        {
            var found = await search.FindAsync(Compound.SubjectKind, query.Text, 100, cancellationToken);
            rows = rows.Where(row => found.Contains(row.Id));
        }

        var page = await rows.ToPageAsync(row => row.Name, row => row.Id, query.Page, descending: false, cancellationToken);
        return new CompoundList(page, await reader.ByCompoundAsync(page.Items.Select(row => row.Id).ToList(), cancellationToken));
    }
}
