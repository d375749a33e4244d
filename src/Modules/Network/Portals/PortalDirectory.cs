using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Sites;

namespace ServicePlatform.Network.Portals;

/// <summary>Portals of active organisations.</summary>
internal sealed class PortalDirectory(ISiteDb db) : IPortalDirectory
{
    public async Task<IReadOnlyList<PortalContext>> ListAsync(CancellationToken cancellationToken)
    {
        var portals = await (
            from portal in db.List<DealerPortal>()
            join organisation in db.List<Organisation>() on portal.OrganisationId equals organisation.Id
            where organisation.IsActive
            orderby portal.Slug
            select portal).ToListAsync(cancellationToken);
        return portals.Select(portal => portal.Context).ToList();
    }
}
