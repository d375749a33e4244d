using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Network.Areas;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Organisations.Access;
using ServicePlatform.Network.Portals;
using ServicePlatform.Network.Principals;
using ServicePlatform.Network.Technicians;
using ServicePlatform.Search;
using ServicePlatform.Security;

namespace ServicePlatform.Network.Organisations;

/// <summary>The actor's part of the tree, from the top down, with the facts that stand beside each node.</summary>
/// <param name="Text">Searches by name, code and phone.</param>
[RequirePermission(NetworkPermissions.View)]
internal sealed record ListOrganisations(
    string? Text,
    OrganisationKind? Kind,
    OrganisationOwnership? Ownership,
    Guid? PrincipalId,
    bool? IsActive,
    PageRequest Page) : IQuery<OrganisationList>;

internal sealed record OrganisationList(Page<OrganisationRow> Rows, int Total);

/// <param name="Depth">Below the actor's own node; 0 for it.</param>
internal sealed record OrganisationRow(
    Guid Id,
    string Name,
    string Code,
    OrganisationKind Kind,
    OrganisationOwnership Ownership,
    string Path,
    int Depth,
    string? DivisionCode,
    bool IsActive,
    IReadOnlyList<string> Principals,
    int Technicians,
    int Areas,
    string? Portal);

internal sealed class ListOrganisationsHandler(ISiteDb db, NetworkReach reach, ISearchIndex search) : IQueryHandler<ListOrganisations, OrganisationList>
{
    private const int MostFound = 200;

    public async Task<Result<OrganisationList>> HandleAsync(ListOrganisations query, CancellationToken cancellationToken)
    {
        var rows = db.List<Organisation>().Within(reach.Range());
        if (!string.IsNullOrWhiteSpace(query.Text))
        {
            var found = await search.FindAsync(OrganisationTexts.SubjectKind, query.Text, MostFound, cancellationToken);
            rows = rows.Where(row => found.Contains(row.Id));
        }

        rows = query.Kind is { } kind ? rows.Where(row => row.Kind == kind) : rows;
        rows = query.Ownership is { } ownership ? rows.Where(row => row.Ownership == ownership) : rows;
        rows = query.IsActive is { } active ? rows.Where(row => row.IsActive == active) : rows;
        if (query.PrincipalId is { } principal)
        {
            rows = rows.Where(row => db.List<OrganisationPrincipal>().Any(link => link.OrganisationId == row.Id && link.PrincipalId == principal));
        }

        var total = await rows.CountAsync(cancellationToken);
        var page = await rows.ToPageAsync(row => row.Path, row => row.Id, query.Page, descending: false, cancellationToken);
        return new OrganisationList(await DescribeAsync(page, cancellationToken), total);
    }

    private async Task<Page<OrganisationRow>> DescribeAsync(Page<Organisation> page, CancellationToken cancellationToken)
    {
        var ids = page.Items.Select(row => row.Id).ToList();
        var principals = await PrincipalNamesAsync(ids, cancellationToken);
        var technicians = await CountsAsync(db.List<Technician>().Where(row => row.IsActive && ids.Contains(row.OrganisationId)).Select(row => row.OrganisationId), cancellationToken);
        var areas = await CountsAsync(
            db.List<ServiceArea>().Where(row => ids.Contains(row.OrganisationId)).Select(row => new { row.OrganisationId, row.CodePrefix }).Distinct().Select(row => row.OrganisationId),
            cancellationToken);
        var portals = await db.List<DealerPortal>().Where(row => ids.Contains(row.OrganisationId)).ToDictionaryAsync(row => row.OrganisationId, row => row.Name, cancellationToken);
        var top = OrganisationPaths.Depth(reach.OwnPath ?? "/x/");
        return page.Select(row => new OrganisationRow(
            row.Id,
            row.Name,
            row.Code,
            row.Kind,
            row.Ownership,
            row.Path,
            OrganisationPaths.Depth(row.Path) - top,
            row.DivisionCode,
            row.IsActive,
            principals[row.Id].ToList(),
            technicians.GetValueOrDefault(row.Id),
            areas.GetValueOrDefault(row.Id),
            portals.GetValueOrDefault(row.Id)));
    }

    private async Task<ILookup<Guid, string>> PrincipalNamesAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        var served = await (
            from link in db.List<OrganisationPrincipal>()
            join principal in db.List<Principal>() on link.PrincipalId equals principal.Id
            where ids.Contains(link.OrganisationId)
            orderby principal.Code
            select new { link.OrganisationId, principal.Id, principal.Name }).ToListAsync(cancellationToken);
        return served.Where(row => reach.MaySeePrincipal(row.Id)).ToLookup(row => row.OrganisationId, row => row.Name);
    }

    private static async Task<Dictionary<Guid, int>> CountsAsync(IQueryable<Guid> owners, CancellationToken cancellationToken) =>
        await owners.GroupBy(id => id).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
}
