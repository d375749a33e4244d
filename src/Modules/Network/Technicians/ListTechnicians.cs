using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Network.Organisations.Access;
using ServicePlatform.Search;
using ServicePlatform.Security;

namespace ServicePlatform.Network.Technicians;

/// <summary>Technicians in the actor's part of the tree, by staff number.</summary>
[RequirePermission(NetworkPermissions.View)]
internal sealed record ListTechnicians(string? Text, Guid? OrganisationId, string? Skill, bool? IsActive, PageRequest Page) : IQuery<TechnicianList>;

internal sealed record TechnicianList(Page<Technician> Rows, int Total, IReadOnlyDictionary<Guid, OrganisationSummary> Organisations);

internal sealed class ListTechniciansHandler(ISiteDb db, NetworkReach reach, ISearchIndex search, IOrganisationReader organisations)
    : IQueryHandler<ListTechnicians, TechnicianList>
{
    private const int MostFound = 200;

    public async Task<Result<TechnicianList>> HandleAsync(ListTechnicians query, CancellationToken cancellationToken)
    {
        var within = db.List<Organisation>().Within(reach.Range());
        if (query.OrganisationId is { } organisation)
        {
            within = within.Where(row => row.Id == organisation);
        }

        var rows = db.List<Technician>().Where(row => within.Any(node => node.Id == row.OrganisationId));
        if (!string.IsNullOrWhiteSpace(query.Text))
        {
            var found = await search.FindAsync(Technician.SubjectKind, query.Text, MostFound, cancellationToken);
            rows = rows.Where(row => found.Contains(row.Id));
        }

        rows = query.IsActive is { } active ? rows.Where(row => row.IsActive == active) : rows;
        rows = query.Skill is { Length: > 0 } skill ? rows.Where(row => row.Skills.Any(known => known.Code == skill)) : rows;
        var total = await rows.CountAsync(cancellationToken);
        var page = await rows.ToPageAsync(row => row.Code, row => row.Id, query.Page, descending: false, cancellationToken);
        var employers = await organisations.GetAsync(page.Items.Select(row => row.OrganisationId).Distinct().ToList(), cancellationToken);
        return new TechnicianList(page, total, employers);
    }
}
