using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Data;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Network.Organisations.Access;
using ServicePlatform.Network.Technicians;
using ServicePlatform.Search;
using ServicePlatform.Security;

namespace ServicePlatform.Network.Search;

internal sealed class TechnicianSearch(ISiteDb db, ISearchIndex index, IActorContext actors, NetworkReach reach, IStringLocalizer<Texts> texts) : ISearchSource
{
    public int Order => 50;

    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        if (!actors.Current.Can(NetworkPermissions.View))
        {
            return [];
        }

        var ids = await index.FindAsync(Technician.SubjectKind, text, limit * 4, cancellationToken);
        var rows = await (
            from technician in db.List<Technician>()
            join organisation in db.List<Organisation>().Within(reach.Range()) on technician.OrganisationId equals organisation.Id
            where ids.Contains(technician.Id)
            select new { technician.Id, technician.Name, Organisation = organisation.Name }).ToListAsync(cancellationToken);
        return rows
            .OrderBy(row => ids.ToList().IndexOf(row.Id))
            .Take(limit)
            .Select(row => new SearchHit(texts["Technicians.Title"], row.Name, row.Organisation, $"/app/technicians/{row.Id}"))
            .ToList();
    }
}
