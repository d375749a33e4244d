using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Network.Areas;
using ServicePlatform.Network.Organisations.Access;
using ServicePlatform.Network.Principals;

namespace ServicePlatform.Network.Organisations;

/// <summary>Changes which principals an organisation serves.</summary>
internal sealed class ServedPrincipals(ISiteDb db, NetworkReach reach)
{
    /// <summary>True where something changed.</summary>
    public async Task<Result<bool>> SetAsync(Organisation organisation, IReadOnlyList<Guid> wanted, CancellationToken cancellationToken)
    {
        var links = await db.Set<OrganisationPrincipal>().Where(link => link.OrganisationId == organisation.Id).ToListAsync(cancellationToken);
        var standing = links.Select(link => link.PrincipalId).ToHashSet();

        // What the actor may not see stays as it is.
        var asked = wanted.Where(reach.MaySeePrincipal).Concat(standing.Where(id => !reach.MaySeePrincipal(id))).ToHashSet();
        var added = asked.Except(standing).ToList();
        if (await RefusalAsync(added, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        db.Set<OrganisationPrincipal>().AddRange(added.Select(id => new OrganisationPrincipal { OrganisationId = organisation.Id, PrincipalId = id }));
        var dropped = links.Where(link => !asked.Contains(link.PrincipalId)).ToList();
        db.Set<OrganisationPrincipal>().RemoveRange(dropped);

        // Areas for a principal that is no longer served would dispatch to nobody.
        var droppedIds = dropped.Select(link => link.PrincipalId).ToList();
        var areas = await db.Set<ServiceArea>()
            .Where(area => area.OrganisationId == organisation.Id && droppedIds.Contains(area.PrincipalId))
            .ToListAsync(cancellationToken);
        db.Set<ServiceArea>().RemoveRange(areas);
        return added.Count + dropped.Count > 0;
    }

    private async Task<Failure?> RefusalAsync(List<Guid> added, CancellationToken cancellationToken)
    {
        var known = await db.List<Principal>().CountAsync(row => added.Contains(row.Id), cancellationToken);
        if (known != added.Count)
        {
            return Failure.Invalid("PrincipalIds", "network.principal-unknown");
        }

        if (!reach.IsOwnOnly || added.Count == 0)
        {
            return null;
        }

        var own = await (
            from organisation in db.List<Organisation>()
            join link in db.List<OrganisationPrincipal>() on organisation.Id equals link.OrganisationId
            where organisation.Path == reach.OwnPath
            select link.PrincipalId).ToListAsync(cancellationToken);
        return added.TrueForAll(own.Contains) ? null : Failure.Invalid("PrincipalIds", "network.principal-not-yours");
    }
}
