using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Security;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders;
using ServicePlatform.WorkOrders.Requests;
using ServicePlatform.WorkOrders.Visits;
using ServicePlatform.WorkOrders.Visits.Queries;

namespace ServicePlatform.WorkOrders.Portal;

/// <summary>Answers the portal: only what belongs to the customers that the signed-in account stands for.</summary>
internal sealed class CustomerOrderReader(ISiteDb db, IActorContext actors, CustomerOrders orders, CustomerTimeline timeline) : ICustomerOrderReader
{
    private const string Own = "the portal account's own customers";

    public async Task<IReadOnlyList<CustomerOrder>> OrdersAsync(int limit, CancellationToken cancellationToken)
    {
        var rows = await OwnOrders().OrderByDescending(order => order.CreatedAt).Take(Math.Clamp(limit, 1, 100)).ToListAsync(cancellationToken);
        return await orders.OfAsync(rows, cancellationToken);
    }

    public async Task<IReadOnlyList<CustomerRequest>> RequestsAsync(int limit, CancellationToken cancellationToken)
    {
        var rows = await OwnRequests().Where(request => request.State != RequestState.Converted)
            .OrderByDescending(request => request.CreatedAt).Take(Math.Clamp(limit, 1, 100)).ToListAsync(cancellationToken);
        return await RequestsAsync(rows, cancellationToken);
    }

    public async Task<CustomerRequest?> RequestAsync(string number, CancellationToken cancellationToken)
    {
        var rows = await OwnRequests().Where(request => request.Number == number).Take(1).ToListAsync(cancellationToken);
        return (await RequestsAsync(rows, cancellationToken)).FirstOrDefault();
    }

    public async Task<CustomerOrderDetail?> OrderAsync(string number, CancellationToken cancellationToken)
    {
        var order = await OwnOrders().Include(row => row.Assignments).Include(row => row.Pauses)
            .FirstOrDefaultAsync(row => row.Number == number, cancellationToken);
        if (order is null)
        {
            return null;
        }

        var visits = await db.Unscoped<Visit>(Own).Where(visit => visit.OrderId == order.Id)
            .Include(visit => visit.Steps).Include(visit => visit.Photos).Include(visit => visit.FilterChanges).AsSplitQuery()
            .OrderBy(visit => visit.CreatedAt).ToListAsync(cancellationToken);
        var finished = visits.FindAll(visit => visit.State == VisitState.Finished);
        var last = finished.LastOrDefault();
        return new CustomerOrderDetail(
            (await orders.OfAsync([order], cancellationToken))[0],
            last?.Finding,
            last?.Conclusion,
            [.. finished.SelectMany(visit => visit.Steps.OrderBy(step => step.Order)).Where(step => step is { Reading: not null, Value: not null }).Select(VisitViews.Reading)],
            [.. finished.SelectMany(visit => visit.Photos).OrderBy(photo => photo.TakenAt).Select(photo => new CustomerPhoto(photo.FileId, photo.AngleWords()?.Shown, photo.TakenAt))],
            [.. visits.SelectMany(visit => Changed(visit)).Distinct().Order()],
            last?.SignatureFileId,
            last?.SignerName,
            await timeline.OfAsync(order, visits, cancellationToken));
    }

    private static IEnumerable<int> Changed(Visit visit) => VisitStates.Open.Contains(visit.State) ? [] : visit.FilterChanges.Select(change => change.Position);

    private IQueryable<Order> OwnOrders()
    {
        var own = actors.Current.CustomerIds;
        return db.Unscoped<Order>(Own).Where(order => own.Contains(order.CustomerId) && order.State != OrderState.Voided);
    }

    private IQueryable<Request> OwnRequests()
    {
        var own = actors.Current.CustomerIds;
        return db.Unscoped<Request>(Own).Where(request => own.Contains(request.CustomerId));
    }

    private async Task<IReadOnlyList<CustomerRequest>> RequestsAsync(List<Request> rows, CancellationToken cancellationToken)
    {
        var ids = rows.ConvertAll(request => (Guid?)request.Id);
        var made = await OwnOrders().Where(order => ids.Contains(order.RequestId))
            .Select(order => new { order.RequestId, order.Id, order.CreatedAt }).ToListAsync(cancellationToken);
        return rows.ConvertAll(request => new CustomerRequest(
            request.Id,
            request.Number,
            request.JobType,
            request.Description,
            request.State,
            request.CreatedAt,
            request.MachineId,
            made.Where(order => order.RequestId == request.Id).OrderBy(order => order.CreatedAt).Select(order => (Guid?)order.Id).FirstOrDefault()));
    }
}
