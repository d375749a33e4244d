using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Network.Technicians;
using ServicePlatform.Security;

namespace ServicePlatform.Network.Search;

internal sealed class NetworkThings(ISiteDb db) : IAuditThings
{
    public async Task<IReadOnlyDictionary<Guid, AuditThing>> NameAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var organisations = await db.List<Organisation>().Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Name }).ToListAsync(cancellationToken);
        var technicians = await db.List<Technician>().Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Code }).ToListAsync(cancellationToken);
        return organisations.Select(row => (row.Id, Thing: new AuditThing(row.Name, $"/app/organisations/{row.Id}")))
            .Concat(technicians.Select(row => (row.Id, Thing: new AuditThing(row.Code, $"/app/technicians/{row.Id}"))))
            .ToDictionary(row => row.Id, row => row.Thing);
    }

    public async Task<Guid?> FindAsync(string number, CancellationToken cancellationToken) =>
        await db.List<Technician>().Where(row => row.Code == number).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken);
}
