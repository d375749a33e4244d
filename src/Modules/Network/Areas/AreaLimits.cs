using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Network.Organisations.Access;

namespace ServicePlatform.Network.Areas;

/// <summary>What limits the areas that may be given to an organisation.</summary>
internal sealed class AreaLimits(ISiteDb db, NetworkReach reach)
{
    public async Task<Failure?> RefusalAsync(Organisation organisation, AddAreas command, CancellationToken cancellationToken)
    {
        var serves = reach.MaySeePrincipal(command.PrincipalId) && await db.List<OrganisationPrincipal>()
            .AnyAsync(link => link.OrganisationId == organisation.Id && link.PrincipalId == command.PrincipalId, cancellationToken);
        if (!serves)
        {
            return Failure.Invalid(nameof(command.PrincipalId), "network.principal-not-served");
        }

        if (!reach.IsOwnOnly)
        {
            return null;
        }

        var own = await (
            from area in db.List<ServiceArea>()
            join dealer in db.List<Organisation>() on area.OrganisationId equals dealer.Id
            where dealer.Path == reach.OwnPath && area.PrincipalId == command.PrincipalId && command.CategoryCodes.Contains(area.CategoryCode)
            select new { area.CategoryCode, area.CodePrefix }).ToListAsync(cancellationToken);
        var isInside = command.CategoryCodes.All(category => command.DivisionCodes.All(code =>
            own.Exists(area => area.CategoryCode == category && AreaCodes.IsInside(AreaCodes.Prefix(code), area.CodePrefix))));
        return isInside ? null : Failure.Invalid(nameof(command.DivisionCodes), "network.area-not-yours");
    }

    /// <summary>The regular primary outlet of the county in which the area lies.</summary>
    public async Task<StandingPrimary?> StandingAsync(ServiceArea area, CancellationToken cancellationToken)
    {
        if (area.RuleKey is not { } key)
        {
            return null;
        }

        // Rows that this command has added are not in the database yet.
        var added = db.Set<ServiceArea>().Local.FirstOrDefault(row => row.PrimaryKey == key);
        var standing = added ?? await db.Set<ServiceArea>().FirstOrDefaultAsync(row => row.PrimaryKey == key, cancellationToken);
        if (standing is null || standing.PrimaryKey != key)
        {
            return null;
        }

        var name = await db.List<Organisation>().Where(row => row.Id == standing.OrganisationId).Select(row => row.Name).FirstAsync(cancellationToken);
        return new StandingPrimary(standing.Id, standing.OrganisationId, name);
    }
}
