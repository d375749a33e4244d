using Microsoft.EntityFrameworkCore;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Privacy;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders;
using ServicePlatform.WorkOrders.Requests;
using ServicePlatform.WorkOrders.Visits;

namespace ServicePlatform.WorkOrders.Privacy;

/// <summary>
/// What was asked, said, photographed and signed at jobs that ended long ago. That a job was done, when, by whom, with what reading and which
/// filter stays, as after an erasure.
/// </summary>
internal sealed class JobRetention(ISiteDb db, JobWords words, ILegalHolds holds) : IRetention
{
    /// <summary>A job is much work: its visits, their steps and files.</summary>
    private const int JobsAtOnce = 10;

    public string Id => "orders.words";

    /// <summary>Records of a service are kept for three years after it, by the law on electronic commerce.</summary>
    public RetentionTerm Term { get; } = new(RetentionUnit.Months, Usual: 60, Least: 36, Longest: 180);

    public Task<int> CountAsync(DateTime before, CancellationToken cancellationToken) => Due(before).CountAsync(cancellationToken);

    public async Task<RetentionStep> RemoveAsync(RetentionPass pass, CancellationToken cancellationToken)
    {
        var count = Math.Min(pass.AtMost, JobsAtOnce);
        var orders = await Due(pass.Before).OrderBy(order => order.Id).Take(count).Select(order => order.Id).ToListAsync(cancellationToken);
        if (orders.Count > 0)
        {
            await words.ClearAsync(orders, cancellationToken);
        }

        return new RetentionStep(orders.Count, orders.Count == count);
    }

    /// <summary>Jobs that still have words, photos or a signature.</summary>
    private IQueryable<Order> Due(DateTime before)
    {
        var held = holds.Customers;
        var visits = db.Unscoped<Visit>(JobWords.Because).Where(visit => visit.SignatureFileId != null || visit.SignerName != null || visit.Finding != null
            || visit.Conclusion != null || visit.EndNote != null || visit.BookingNote != null || visit.Photos.Any()).Select(visit => visit.OrderId);
        var requests = db.Unscoped<Request>(JobWords.Because).Where(request => request.Description != "" || request.ContactPhone != null).Select(request => request.Id);
        return db.Unscoped<Order>(JobWords.Because).Where(order => order.EndedAt < before && !held.Contains(order.CustomerId)
            && (order.Description != "" || order.ContactPhone != null || order.InternalNote != null || order.EndNote != null
                || visits.Contains(order.Id) || (order.RequestId != null && requests.Contains(order.RequestId.Value))));
    }
}

/// <summary>A customer with a job that is open or ended a short while ago is served.</summary>
internal sealed class JobPurpose(ISiteDb db) : ICustomerPurpose
{
    public IQueryable<Guid> Customers(DateTime since) =>
        db.Unscoped<Order>(JobWords.Because).Where(order => order.EndedAt == null || order.EndedAt >= since).Select(order => order.CustomerId)
            .Union(db.Unscoped<Request>(JobWords.Because)
                .Where(request => request.State == RequestState.New || request.State == RequestState.Triaged || request.CreatedAt >= since).Select(request => request.CustomerId));
}
