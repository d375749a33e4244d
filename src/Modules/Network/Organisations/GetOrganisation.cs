using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Network.Areas;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Organisations.Access;
using ServicePlatform.Network.Portals;
using ServicePlatform.Network.Principals;
using ServicePlatform.Network.Technicians;
using ServicePlatform.Security;

namespace ServicePlatform.Network.Organisations;

/// <summary>All that the page of an organisation shows.</summary>
[RequirePermission(NetworkPermissions.View)]
internal sealed record GetOrganisation(Guid OrganisationId) : IQuery<OrganisationDetail>;

/// <param name="Above">The nodes above it that the actor sees, the highest first.</param>
/// <param name="MayEdit">Facts and areas.</param>
/// <param name="MayEditPeople">Technicians and portal.</param>
/// <param name="MayMove">The node is not the head office and the actor edits it.</param>
internal sealed record OrganisationDetail(
    Organisation Organisation,
    IReadOnlyList<OrganisationSummary> Above,
    IReadOnlyList<Principal> Principals,
    IReadOnlyList<ServiceArea> Areas,
    IReadOnlyList<Technician> Technicians,
    IReadOnlyList<OrganisationSummary> Below,
    DealerPortal? Portal,
    bool MayEdit,
    bool MayEditPeople,
    bool MayMove,
    bool MayAddBelow,
    bool MayClosePortal);

internal sealed class GetOrganisationHandler(ISiteDb db, NetworkReach reach, IOrganisationReader organisations, IActorContext actors)
    : IQueryHandler<GetOrganisation, OrganisationDetail>
{
    public async Task<Result<OrganisationDetail>> HandleAsync(GetOrganisation query, CancellationToken cancellationToken)
    {
        var organisation = await db.List<Organisation>().FirstOrDefaultAsync(row => row.Id == query.OrganisationId, cancellationToken);
        if (organisation is null || !reach.MaySee(organisation.Path))
        {
            return Failure.NotFound("network.organisation-not-found");
        }

        var below = await organisations.BelowAsync(organisation.Path, cancellationToken);
        var chain = OrganisationPaths.Chain(organisation.Path).Where(path => path != organisation.Path && reach.MaySee(path)).ToList();
        var above = await organisations.GetByPathAsync(chain, cancellationToken);
        var mayEdit = reach.MayEdit(organisation.Path);
        return new OrganisationDetail(
            organisation,
            chain.Where(above.ContainsKey).Select(path => above[path]).ToList(),
            await PrincipalsAsync(organisation.Id, cancellationToken),
            await AreasAsync(organisation.Id, cancellationToken),
            await db.List<Technician>().Where(row => row.OrganisationId == organisation.Id).OrderByDescending(row => row.IsActive).ThenBy(row => row.Code).ToListAsync(cancellationToken),
            below.Where(row => row.ParentId == organisation.Id).ToList(),
            await db.List<DealerPortal>().FirstOrDefaultAsync(row => row.OrganisationId == organisation.Id, cancellationToken),
            mayEdit,
            reach.MayEditPeople(organisation.Path),
            mayEdit && organisation.ParentId is not null,
            reach.MayAddBelow(organisation.Path),
            mayEdit && actors.Current.Can(NetworkPermissions.Edit));
    }

    private async Task<List<Principal>> PrincipalsAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        var served = await (
            from link in db.List<OrganisationPrincipal>()
            join principal in db.List<Principal>() on link.PrincipalId equals principal.Id
            where link.OrganisationId == organisationId
            orderby principal.Code
            select principal).ToListAsync(cancellationToken);
        return served.Where(principal => reach.MaySeePrincipal(principal.Id)).ToList();
    }

    private async Task<List<ServiceArea>> AreasAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        var areas = await db.List<ServiceArea>()
            .Where(row => row.OrganisationId == organisationId)
            .OrderBy(row => row.CodePrefix).ThenBy(row => row.CategoryCode)
            .ToListAsync(cancellationToken);
        return areas.Where(area => reach.MaySeePrincipal(area.PrincipalId)).ToList();
    }
}
