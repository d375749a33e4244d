using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Geography;
using ServicePlatform.Privacy;
using ServicePlatform.WorkOrders.Clocks;
using ServicePlatform.WorkOrders.Orders;
using ServicePlatform.WorkOrders.Requests;
using ServicePlatform.WorkOrders.Visits;

namespace ServicePlatform.WorkOrders.Privacy;

/// <summary>Removes, in the current transaction, what people typed, photographed and signed at jobs.</summary>
internal sealed class JobWords(ISiteDb db, IPersonalTraces traces)
{
    public const string Because = "what is held of one person goes as a whole, whoever sees it";

    /// <summary>Facts whose values people have typed.</summary>
    private static readonly string[] FreeText = ["orders.signature-voided"];

    /// <summary>Of these jobs, the requests that they came from and their visits.</summary>
    public async Task ClearAsync(IReadOnlyList<Guid> orderIds, CancellationToken cancellationToken)
    {
        foreach (var chunk in orderIds.Chunk(200))
        {
            var orders = db.Unscoped<Order>(Because).Where(order => chunk.Contains(order.Id));
            var requestIds = await orders.Where(order => order.RequestId != null).Select(order => order.RequestId!.Value).ToListAsync(cancellationToken);
            var visitIds = await db.Unscoped<Visit>(Because).Where(visit => chunk.Contains(visit.OrderId)).Select(visit => visit.Id).ToListAsync(cancellationToken);
            await orders.ExecuteUpdateAsync(
                set => set.SetProperty(order => order.Description, "").SetProperty(order => order.ContactPhone, (string?)null)
                    .SetProperty(order => order.InternalNote, (string?)null).SetProperty(order => order.EndNote, (string?)null)
                    .SetProperty(order => order.Version, order => order.Version + 1),
                cancellationToken);
            await db.Unscoped<OrderAssignment>(Because).Where(row => chunk.Contains(row.OrderId)).ExecuteUpdateAsync(set => set.SetProperty(row => row.Note, (string?)null), cancellationToken);
            await db.Unscoped<OrderPause>(Because).Where(row => chunk.Contains(row.OrderId)).ExecuteUpdateAsync(set => set.SetProperty(row => row.Note, (string?)null), cancellationToken);
            await ClearRequestsAsync(db.Unscoped<Request>(Because).Where(request => requestIds.Contains(request.Id)), cancellationToken);
            await ClearVisitsAsync(visitIds, cancellationToken);
            IReadOnlyList<Guid> subjects = [.. chunk, .. visitIds, .. requestIds];
            await traces.ClearTimelineAsync(subjects, [], FreeText, cancellationToken);
            await traces.DeleteFilesAsync(subjects, cancellationToken);
        }
    }

    public Task ClearRequestsAsync(IQueryable<Request> requests, CancellationToken cancellationToken) => requests.ExecuteUpdateAsync(
        set => set.SetProperty(request => request.Description, "").SetProperty(request => request.ContactPhone, (string?)null)
            .SetProperty(request => request.TriageNote, (string?)null).SetProperty(request => request.Outcome, (string?)null)
            .SetProperty(request => request.Version, request => request.Version + 1),
        cancellationToken);

    private async Task ClearVisitsAsync(List<Guid> visitIds, CancellationToken cancellationToken)
    {
        await db.Unscoped<Visit>(Because).Where(visit => visitIds.Contains(visit.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(visit => visit.BookingNote, (string?)null)
                .SetProperty(visit => visit.SignerName, (string?)null).SetProperty(visit => visit.SignatureFileId, (Guid?)null).SetProperty(visit => visit.SignatureVoidReason, (string?)null)
                .SetProperty(visit => visit.Finding, (string?)null).SetProperty(visit => visit.Conclusion, (string?)null).SetProperty(visit => visit.EndNote, (string?)null)
                .SetProperty(visit => visit.ArrivalLatitude, (double?)null).SetProperty(visit => visit.ArrivalLongitude, (double?)null).SetProperty(visit => visit.ArrivalDatum, (Datum?)null)
                .SetProperty(visit => visit.Version, visit => visit.Version + 1),
            cancellationToken);
        await db.Unscoped<VisitStep>(Because).Where(step => visitIds.Contains(step.VisitId))
            .ExecuteUpdateAsync(set => set.SetProperty(step => step.Text, (string?)null).SetProperty(step => step.Remedy, (string?)null), cancellationToken);
        await db.Unscoped<VisitPhoto>(Because).Where(photo => visitIds.Contains(photo.VisitId)).ExecuteDeleteAsync(cancellationToken);
    }
}
