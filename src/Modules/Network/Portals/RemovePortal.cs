using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Events;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Network.Organisations.Access;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.Timelines;

namespace ServicePlatform.Network.Portals;

/// <summary>Closes a dealer's portal; its customers use the site's own from then on.</summary>
[RequirePermission(NetworkPermissions.Edit)]
internal sealed record RemovePortal(Guid OrganisationId) : ICommand;

internal sealed class RemovePortalHandler(ISiteDb db, NetworkReach reach, ITimeline timeline, IEvents events) : ICommandHandler<RemovePortal, Done>
{
    public async Task<Result<Done>> HandleAsync(RemovePortal command, CancellationToken cancellationToken)
    {
        var organisation = await db.Set<Organisation>().FirstOrDefaultAsync(row => row.Id == command.OrganisationId, cancellationToken);
        var portal = await db.Set<DealerPortal>().FirstOrDefaultAsync(row => row.OrganisationId == command.OrganisationId, cancellationToken);
        if (organisation is null || portal is null || !reach.MayEdit(organisation.Path))
        {
            return Failure.NotFound("network.portal-not-found");
        }

        db.Set<DealerPortal>().Remove(portal);
        timeline.Add(organisation.Subject(), "network.portal-closed", portal.Slug);
        events.Publish(new PortalsChanged());
        return Result.Done;
    }
}
