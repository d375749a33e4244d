using ServicePlatform.Network.Contracts;

namespace ServicePlatform.WorkOrders.Orders;

internal sealed class OutletNames(IOrganisationReader organisations)
{
    /// <summary>Name of the outlet; empty where there is none.</summary>
    public async Task<string> OfAsync(Guid? outletId, CancellationToken cancellationToken) =>
        outletId is { } id && (await organisations.GetAsync([id], cancellationToken)).TryGetValue(id, out var outlet) ? outlet.Name : "";
}
