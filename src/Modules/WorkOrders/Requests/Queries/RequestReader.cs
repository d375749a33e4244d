using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Queries;

namespace ServicePlatform.WorkOrders.Requests.Queries;

internal sealed class RequestReader(ISiteDb db) : IRequestReader
{
    public async Task<IReadOnlyDictionary<Guid, RequestSummary>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var requests = await db.List<Request>().Where(request => ids.Contains(request.Id)).ToListAsync(cancellationToken);
        return requests.ToDictionary(
            request => request.Id,
            request => new RequestSummary(
                request.Id, request.Number, request.JobType, Summaries.Short(request.Description), request.State, request.Urgency,
                request.CustomerId, request.MachineId, request.CreatedAt, request.Version));
    }
}
