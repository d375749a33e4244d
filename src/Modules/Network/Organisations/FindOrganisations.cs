using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Organisations.Access;
using ServicePlatform.Search;

namespace ServicePlatform.Network.Organisations;

/// <summary>Organisations that the actor may choose: as a parent, as a technician's employer.</summary>
/// <param name="Text">What was typed; empty gives the top of his part of the tree.</param>
[EditsNetwork]
internal sealed record FindOrganisations(string? Text, int Limit = 20) : IQuery<IReadOnlyList<OrganisationSummary>>;

internal sealed class FindOrganisationsHandler(ISiteDb db, NetworkReach reach, ISearchIndex search) : IQueryHandler<FindOrganisations, IReadOnlyList<OrganisationSummary>>
{
    public async Task<Result<IReadOnlyList<OrganisationSummary>>> HandleAsync(FindOrganisations query, CancellationToken cancellationToken)
    {
        var rows = db.List<Organisation>().Within(reach.Range()).Where(row => row.IsActive);
        if (!string.IsNullOrWhiteSpace(query.Text))
        {
            var found = await search.FindAsync(OrganisationTexts.SubjectKind, query.Text, query.Limit * 4, cancellationToken);
            rows = rows.Where(row => found.Contains(row.Id) || row.Code == query.Text);
        }

        var list = await rows.OrderBy(row => row.Path).Take(query.Limit).ToListAsync(cancellationToken);
        return list.Select(row => row.Summarise([])).ToList();
    }
}
