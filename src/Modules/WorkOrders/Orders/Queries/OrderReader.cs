using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Queries;

namespace ServicePlatform.WorkOrders.Orders.Queries;

internal sealed class OrderReader(ISiteDb db) : IOrderReader
{
    public async Task<IReadOnlyDictionary<Guid, OrderSummary>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var orders = await db.List<Order>().Where(order => ids.Contains(order.Id)).ToListAsync(cancellationToken);
        return orders.ToDictionary(order => order.Id, Summaries.Of);
    }

    public async Task<IReadOnlyList<OrderSummary>> OfCustomerAsync(Guid customerId, int limit, CancellationToken cancellationToken)
    {
        var orders = await db.List<Order>().Where(order => order.CustomerId == customerId)
            .OrderByDescending(order => order.CreatedAt).ThenByDescending(order => order.Id)
            .Take(Math.Clamp(limit, 1, 200)).ToListAsync(cancellationToken);
        return orders.ConvertAll(Summaries.Of);
    }
}
