using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Organisations;

namespace ServicePlatform.Network.Areas;

internal sealed class ServiceAreas(ISiteDb db, IOrganisationReader organisations) : IServiceAreas
{
    public async Task<IReadOnlyList<OutletCandidate>> FindOutletsAsync(Guid principalId, string categoryCode, string divisionCode, CancellationToken cancellationToken)
    {
        if (divisionCode.Length is not (6 or 9))
        {
            return [];
        }

        var prefixes = AreaCodes.Covering(divisionCode);
        var areas = await (
            from area in db.List<ServiceArea>()
            join organisation in db.List<Organisation>() on area.OrganisationId equals organisation.Id
            join served in db.List<OrganisationPrincipal>() on new { area.OrganisationId, area.PrincipalId } equals new { served.OrganisationId, served.PrincipalId }
            where area.PrincipalId == principalId && (categoryCode == "" || area.CategoryCode == categoryCode) && prefixes.Contains(area.CodePrefix) && organisation.IsActive
            select area).ToListAsync(cancellationToken);
        var outlets = await organisations.GetAsync(areas.Select(area => area.OrganisationId).Distinct().ToList(), cancellationToken);
        return Rank(areas, outlets);
    }

    /// <summary>Each outlet once, with the longest of its codes.</summary>
    internal static IReadOnlyList<OutletCandidate> Rank(IEnumerable<ServiceArea> areas, IReadOnlyDictionary<Guid, OrganisationSummary> outlets) =>
        areas
            .Where(area => outlets.ContainsKey(area.OrganisationId))
            .GroupBy(area => area.OrganisationId)
            .Select(group => group.OrderByDescending(area => area.CodePrefix.Length).ThenByDescending(area => area.IsPrimary).First())
            .Select(area => new OutletCandidate(outlets[area.OrganisationId], area.CodePrefix, area.IsPrimary))
            .OrderByDescending(candidate => candidate.CodePrefix.Length)
            .ThenByDescending(candidate => candidate.IsPrimary)
            .ThenBy(candidate => candidate.Organisation.Path, StringComparer.Ordinal)
            .ToList();
}
