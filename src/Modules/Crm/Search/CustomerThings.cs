using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Security;

namespace ServicePlatform.Crm.Search;

internal sealed class CustomerThings(ISiteDb db) : IAuditThings
{
    public async Task<IReadOnlyDictionary<Guid, AuditThing>> NameAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var rows = await db.List<Customer>().Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Number }).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.Id, row => new AuditThing(row.Number, $"/app/customers/{row.Id}"));
    }

    public async Task<Guid?> FindAsync(string number, CancellationToken cancellationToken) =>
        await db.List<Customer>().Where(row => row.Number == number).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken);
}
