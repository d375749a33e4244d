using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Events;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders;
using ServicePlatform.WorkOrders.Requests;

namespace ServicePlatform.WorkOrders.Messages;

/// <summary>Who comes; not where he has been replaced or the job has ended meanwhile.</summary>
internal sealed class TellTechnician(ISiteDb db, CustomerMessages messages) : IEventListener<TechnicianNamed>
{
    public async Task HandleAsync(TechnicianNamed domainEvent, EventDelivery delivery, CancellationToken cancellationToken)
    {
        var order = await db.List<Order>().FirstAsync(row => row.Id == domainEvent.OrderId, cancellationToken);
        if (order.TechnicianId == domainEvent.TechnicianId && order.EndedAt is null)
        {
            await messages.AboutOrderAsync(order, "order-assigned", cancellationToken);
        }
    }
}

internal sealed class TellCancelled(ISiteDb db, CustomerMessages messages) : IEventListener<OrderCancelled>
{
    public async Task HandleAsync(OrderCancelled domainEvent, EventDelivery delivery, CancellationToken cancellationToken)
    {
        var order = await db.List<Order>().FirstAsync(row => row.Id == domainEvent.OrderId, cancellationToken);
        await messages.AboutOrderAsync(order, "order-cancelled", cancellationToken);
    }
}

internal sealed class TellSolved(ISiteDb db, CustomerMessages messages) : IEventListener<RequestSolved>
{
    public async Task HandleAsync(RequestSolved domainEvent, EventDelivery delivery, CancellationToken cancellationToken)
    {
        var request = await db.List<Request>().FirstAsync(row => row.Id == domainEvent.RequestId, cancellationToken);
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["number"] = request.Number, ["solution"] = request.Outcome ?? "" };
        await messages.SendAsync(request.CustomerId, "request-solved-remotely", Subjects.Request(request.Id), request.HolderPath, values, cancellationToken);
    }
}
