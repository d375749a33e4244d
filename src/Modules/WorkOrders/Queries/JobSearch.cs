using Microsoft.EntityFrameworkCore;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Search;
using ServicePlatform.WorkOrders.Orders;
using ServicePlatform.WorkOrders.Requests;

namespace ServicePlatform.WorkOrders.Queries;

/// <summary>
/// Finds orders and requests by what a person types: number, customer's name or phone, machine's serial. Customers and machines
/// that the actor may not see any more find nothing, so that a number cannot be tried out.
/// </summary>
internal sealed class JobSearch(ISiteDb db, ISearchIndex index, ICustomerReader customers, IMachineReader machines)
{
    private const int Things = 50;
    private const int Jobs = 200;

    public async Task<IReadOnlyList<Guid>> OrdersAsync(string text, CancellationToken cancellationToken)
    {
        var ids = new HashSet<Guid>(await index.FindAsync(Subjects.OrderKind, text, Things, cancellationToken));
        var people = await CustomersAsync(text, cancellationToken);
        if (people.Count > 0)
        {
            ids.UnionWith(await db.List<Order>().Where(order => people.Contains(order.CustomerId))
                .OrderByDescending(order => order.CreatedAt).Select(order => order.Id).Take(Jobs).ToListAsync(cancellationToken));
        }

        var devices = await MachinesAsync(text, cancellationToken);
        if (devices.Count > 0)
        {
            ids.UnionWith(await db.Set<OrderLine>().AsNoTracking().Where(line => line.MachineId != null && devices.Contains(line.MachineId.Value))
                .OrderByDescending(line => line.Id).Select(line => line.OrderId).Take(Jobs).ToListAsync(cancellationToken));
        }

        return [.. ids];
    }

    public async Task<IReadOnlyList<Guid>> RequestsAsync(string text, CancellationToken cancellationToken)
    {
        var ids = new HashSet<Guid>(await index.FindAsync(Subjects.RequestKind, text, Things, cancellationToken));
        var people = await CustomersAsync(text, cancellationToken);
        var devices = await MachinesAsync(text, cancellationToken);
        if (people.Count > 0 || devices.Count > 0)
        {
            ids.UnionWith(await db.List<Request>()
                .Where(request => people.Contains(request.CustomerId) || (request.MachineId != null && devices.Contains(request.MachineId.Value)))
                .OrderByDescending(request => request.CreatedAt).Select(request => request.Id).Take(Jobs).ToListAsync(cancellationToken));
        }

        return [.. ids];
    }

    private async Task<List<Guid>> CustomersAsync(string text, CancellationToken cancellationToken)
    {
        var found = await index.FindAsync("customer", text, Things, cancellationToken);
        return found.Count == 0 ? [] : [.. (await customers.GetAsync(found, cancellationToken)).Keys];
    }

    private async Task<List<Guid>> MachinesAsync(string text, CancellationToken cancellationToken)
    {
        var found = await index.FindAsync("machine", text, Things, cancellationToken);
        return found.Count == 0 ? [] : [.. (await machines.GetAsync(found, cancellationToken)).Keys];
    }
}
