using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Network.Contracts;

namespace ServicePlatform.WorkOrders.Orders.Queries;

/// <summary>Reads who gave back the orders of a list that nobody has, and why.</summary>
internal sealed class Refusals(ISiteDb db, IOrganisationReader organisations)
{
    /// <summary>The last refusal of each.</summary>
    public async Task<IReadOnlyDictionary<Guid, RefusalView>> OfAsync(IReadOnlyCollection<Order> orders, CancellationToken cancellationToken)
    {
        var ids = orders.Where(order => order.IsRefused).Select(order => order.Id).ToList();
        if (ids.Count == 0)
        {
            return new Dictionary<Guid, RefusalView>();
        }

        var rows = await db.List<OrderAssignment>()
            .Where(row => ids.Contains(row.OrderId) && row.End == AssignmentEnd.Refused)
            .ToListAsync(cancellationToken);
        var outlets = await organisations.GetAsync([.. rows.Select(row => row.OrganisationId).Distinct()], cancellationToken);
        return rows.GroupBy(row => row.OrderId)
            .Select(of => of.MaxBy(row => row.EndedAt)!)
            .ToDictionary(row => row.OrderId, row => new RefusalView(outlets.GetValueOrDefault(row.OrganisationId)?.Name, row.ReasonCode ?? "", row.Note));
    }
}
