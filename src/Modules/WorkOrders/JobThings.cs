using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.WorkOrders.Orders;
using ServicePlatform.WorkOrders.Requests;
using ServicePlatform.WorkOrders.Visits;
using ServicePlatform.Security;

namespace ServicePlatform.WorkOrders;

internal sealed class JobThings(ISiteDb db) : IAuditThings
{
    public async Task<IReadOnlyDictionary<Guid, AuditThing>> NameAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var orders = await db.List<Order>().Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Number }).ToListAsync(cancellationToken);
        var requests = await db.List<Request>().Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Number }).ToListAsync(cancellationToken);
        var visits = await db.List<Visit>().Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Number, row.OrderId }).ToListAsync(cancellationToken);
        var of = visits.Select(row => row.OrderId).ToList();
        var numbers = await db.List<Order>().Where(row => of.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Number, cancellationToken);
        return orders.Select(row => (row.Id, Thing: new AuditThing(row.Number, "/app/orders/" + row.Number)))
            .Concat(requests.Select(row => (row.Id, Thing: new AuditThing(row.Number, "/app/requests/" + row.Number))))
            .Concat(visits.Select(row => (row.Id, Thing: new AuditThing(row.Number, "/app/orders/" + numbers[row.OrderId]))))
            .ToDictionary(row => row.Id, row => row.Thing);
    }

    public async Task<Guid?> FindAsync(string number, CancellationToken cancellationToken) =>
        await db.List<Order>().Where(row => row.Number == number).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken)
        ?? await db.List<Request>().Where(row => row.Number == number).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken)
        ?? await db.List<Visit>().Where(row => row.Number == number).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken);
}
