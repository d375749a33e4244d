using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Network.Contracts;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders;

namespace ServicePlatform.WorkOrders.Access;

/// <summary>Counts orders whose work is not done.</summary>
internal sealed class OpenWork(ISiteDb db) : IOpenWork
{
    private static readonly List<OrderState> Running = [.. OrderStates.Running];

    public Task<int> OfOrganisationAsync(string path, CancellationToken cancellationToken)
    {
        var (low, high) = OrganisationPaths.Range(path);
        return Count("an organisation is stopped with all its work, whoever may see it")
            .CountAsync(order => string.Compare(order.HolderPath, low) >= 0 && string.Compare(order.HolderPath, high) < 0, cancellationToken);
    }

    public Task<int> OfTechnicianAsync(Guid technicianId, CancellationToken cancellationToken) =>
        Count("a technician leaves all his work, whoever may see it").CountAsync(order => order.TechnicianId == technicianId, cancellationToken);

    private IQueryable<Order> Count(string because) => db.Unscoped<Order>(because).Where(order => Running.Contains(order.State));
}
