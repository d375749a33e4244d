using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Security;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders;

namespace ServicePlatform.WorkOrders.Requests.Queries;

/// <summary>Number and state of a request by its id: after it was made.</summary>
[RequirePermission(OrderPermissions.View)]
internal sealed record FindRequest(Guid RequestId) : IQuery<RequestReference>;

/// <param name="OrderNumber">Of the order that it became, or null.</param>
internal sealed record RequestReference(string Number, int Version, RequestState State, Guid? AddressId, string? OrderNumber);

internal sealed class FindRequestHandler(ISiteDb db) : IQueryHandler<FindRequest, RequestReference>
{
    public async Task<Result<RequestReference>> HandleAsync(FindRequest query, CancellationToken cancellationToken)
    {
        var request = await db.List<Request>().FirstOrDefaultAsync(row => row.Id == query.RequestId, cancellationToken);
        if (request is null)
        {
            return Failure.NotFound("orders.request-not-found");
        }

        var order = await db.List<Order>().Where(row => row.RequestId == request.Id)
            .OrderBy(row => row.CreatedAt).Select(row => row.Number).FirstOrDefaultAsync(cancellationToken);
        return new RequestReference(request.Number, request.Version, request.State, request.AddressId, order);
    }
}
