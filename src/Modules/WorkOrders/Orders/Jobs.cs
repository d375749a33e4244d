using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.WorkOrders.Visits;

namespace ServicePlatform.WorkOrders.Orders;

/// <summary>Loads an order with what its rules need, for changing it.</summary>
internal sealed class Jobs(ISiteDb db)
{
    /// <summary>The order in the version that the writer had seen.</summary>
    public async Task<Result<Order>> FindAsync(Guid id, int version, CancellationToken cancellationToken) =>
        Versions.Current(await LoadAsync(id, cancellationToken), version, "orders.order-not-found");

    public Task<Order?> LoadAsync(Guid id, CancellationToken cancellationToken) => db.Set<Order>()
        .Include(order => order.Lines)
        .Include(order => order.Assignments)
        .Include(order => order.Pauses)
        .FirstOrDefaultAsync(order => order.Id == id, cancellationToken);

    /// <summary>The order's visit that is planned or under way, or null.</summary>
    public Task<Visit?> OpenVisitAsync(Order order, CancellationToken cancellationToken) => order.VisitId is { } id
        ? db.Set<Visit>().Include(visit => visit.Lines).FirstOrDefaultAsync(visit => visit.Id == id, cancellationToken)
        : Task.FromResult<Visit?>(null);

    /// <summary>The same with its steps.</summary>
    public Task<Visit?> WorkedVisitAsync(Order order, CancellationToken cancellationToken) => order.VisitId is { } id
        ? db.Set<Visit>().Include(visit => visit.Steps).FirstOrDefaultAsync(visit => visit.Id == id, cancellationToken)
        : Task.FromResult<Visit?>(null);
}
