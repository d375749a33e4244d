using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Events;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Organisations.Access;
using ServicePlatform.Sites;
using ServicePlatform.Timelines;

namespace ServicePlatform.Network.Organisations;

/// <summary>Hangs a node, with all below it, under another parent. Refused where that would make a circle.</summary>
[EditsNetwork]
internal sealed record MoveOrganisation(Guid OrganisationId, Guid ParentId, int Version) : ICommand;

internal sealed class MoveOrganisationHandler(ISiteDb db, NetworkReach reach, IHolderPaths holders, ITimeline timeline, IEvents events, IClock clock)
    : ICommandHandler<MoveOrganisation, Done>
{
    public async Task<Result<Done>> HandleAsync(MoveOrganisation command, CancellationToken cancellationToken)
    {
        var organisation = await db.Set<Organisation>().FirstOrDefaultAsync(row => row.Id == command.OrganisationId, cancellationToken);
        var parent = await db.Set<Organisation>().FirstOrDefaultAsync(row => row.Id == command.ParentId, cancellationToken);
        if (organisation is null || parent is null || !reach.MaySee(organisation.Path) || !reach.MaySee(parent.Path))
        {
            return Failure.NotFound("network.organisation-not-found");
        }

        if (!reach.MayEdit(organisation.Path))
        {
            return Failure.Forbidden("network.not-yours");
        }

        if (organisation.Version != command.Version)
        {
            return new Failure(FailureKind.Conflict, "kernel.stale") { Versions = new VersionConflict(command.Version, organisation.Version) };
        }

        return organisation.ParentId == parent.Id ? Result.Done : await MoveAsync(organisation, parent, cancellationToken);
    }

    private async Task<Result<Done>> MoveAsync(Organisation organisation, Organisation parent, CancellationToken cancellationToken)
    {
        var from = organisation.Path;
        var below = await db.Set<Organisation>().Below(from).Where(row => row.Id != organisation.Id).ToListAsync(cancellationToken);
        var failure = organisation.Place(organisation.Kind, organisation.Ownership, parent);
        foreach (var node in failure is null ? below : [])
        {
            failure ??= node.Follow(from, organisation.Path);
        }

        if (failure is not null)
        {
            return failure;
        }

        organisation.ChangedAt = clock.UtcNow;
        await holders.RenameAsync(from, organisation.Path, cancellationToken);
        timeline.Add(organisation.Subject(), "network.organisation-moved", parent.Name);
        events.Publish(new OrganisationMoved(organisation.Id, from, organisation.Path));
        return Result.Done;
    }
}
