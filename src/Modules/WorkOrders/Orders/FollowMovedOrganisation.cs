using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Events;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Security;

namespace ServicePlatform.WorkOrders.Orders;

/// <summary>A node of the tree was moved: orders that would go back to it still find it.</summary>
internal sealed class FollowMovedOrganisation(ISiteDb db, IActorContext actors) : IEventHandler<OrganisationMoved>
{
    public async Task HandleAsync(OrganisationMoved domainEvent, CancellationToken cancellationToken)
    {
        using var wide = actors.Widen("paths follow the tree, whoever sees the rows");
        var (low, high) = OrganisationPaths.Range(domainEvent.OldPath);
        var orders = await db.Set<Order>()
            .Where(order => string.Compare(order.DispatchPath, low) >= 0 && string.Compare(order.DispatchPath, high) < 0)
            .ToListAsync(cancellationToken);
        foreach (var order in orders)
        {
            order.DispatchPath = domainEvent.NewPath + order.DispatchPath[domainEvent.OldPath.Length..];
        }

        await db.SaveAsync(cancellationToken);
    }
}
