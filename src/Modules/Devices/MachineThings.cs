using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Devices.Machines;
using ServicePlatform.Security;

namespace ServicePlatform.Devices;

internal sealed class MachineThings(ISiteDb db) : IAuditThings
{
    public async Task<IReadOnlyDictionary<Guid, AuditThing>> NameAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var rows = await db.List<Machine>().Where(row => ids.Contains(row.Id) && row.Serial != null).Select(row => new { row.Id, row.Serial }).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.Id, row => new AuditThing(row.Serial!, $"/app/machines/{row.Id}"));
    }

    public async Task<Guid?> FindAsync(string number, CancellationToken cancellationToken) =>
        await db.List<Machine>().Where(row => row.SerialKey == number).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken);
}
