using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Data;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Network.Organisations.Access;
using ServicePlatform.Search;
using ServicePlatform.Security;

namespace ServicePlatform.Network.Search;

internal sealed class OrganisationSearch(ISiteDb db, ISearchIndex index, IActorContext actors, NetworkReach reach, IDivisions divisions, IStringLocalizer<Texts> texts)
    : ISearchSource
{
    public int Order => 40;

    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        if (!actors.Current.Can(NetworkPermissions.View))
        {
            return [];
        }

        var ids = await index.FindAsync(OrganisationTexts.SubjectKind, text, limit * 4, cancellationToken);
        var rows = await db.List<Organisation>().Where(row => ids.Contains(row.Id)).Within(reach.Range()).ToListAsync(cancellationToken);
        return rows
            .OrderBy(row => ids.ToList().IndexOf(row.Id))
            .Take(limit)
            .Select(row => new SearchHit(
                texts["Organisations.Title"],
                row.Name,
                row.DivisionCode is { } code ? divisions.FullName(code) : texts["OrganisationKind." + row.Kind],
                $"/app/organisations/{row.Id}"))
            .ToList();
    }
}
