using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Data;
using ServicePlatform.Search;
using ServicePlatform.Security;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders;
using ServicePlatform.WorkOrders.Requests;

namespace ServicePlatform.WorkOrders.Queries;

/// <summary>Jobs and requests in the command palette, by number, customer or serial.</summary>
internal sealed class JobPalette(ISiteDb db, JobSearch search, IActorContext actors, IWorkOrderTexts words, IStringLocalizer<Texts> texts) : ISearchSource
{
    public int Order => 30;

    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        if (!actors.Current.Can(OrderPermissions.View))
        {
            return [];
        }

        var orderIds = await search.OrdersAsync(text, cancellationToken);
        var orders = orderIds.Count == 0 ? [] : await db.List<Order>().Where(order => orderIds.Contains(order.Id))
            .OrderByDescending(order => order.CreatedAt).Take(limit).ToListAsync(cancellationToken);
        var requestIds = await search.RequestsAsync(text, cancellationToken);
        var open = RequestStates.Open.ToList();
        var requests = requestIds.Count == 0 ? [] : await db.List<Request>().Where(request => requestIds.Contains(request.Id) && open.Contains(request.State))
            .OrderByDescending(request => request.CreatedAt).Take(limit).ToListAsync(cancellationToken);
        return
        [
            .. orders.Select(order => new SearchHit(
                texts["Palette.Orders"], order.Number, $"{words.JobType(order.JobType)} · {words.State(order.State)}", "/app/orders/" + order.Number)),
            .. requests.Select(request => new SearchHit(
                texts["Palette.Requests"], request.Number, $"{words.JobType(request.JobType)} · {words.State(request.State)}", "/app/requests/" + request.Number)),
        ];
    }
}
