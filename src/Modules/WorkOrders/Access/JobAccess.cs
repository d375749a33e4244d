using ServicePlatform.Data;
using ServicePlatform.Network.Contracts;
using ServicePlatform.WorkOrders.Orders;
using ServicePlatform.WorkOrders.Requests;
using ServicePlatform.WorkOrders.Visits;

namespace ServicePlatform.WorkOrders.Access;

/// <summary>Lets those who hold a job see its customer and machines, as long as they hold it.</summary>
internal sealed class JobAccess(IAccessGrants grants)
{
    public Task OpenAsync(Request request, CancellationToken cancellationToken) =>
        GrantAsync(request.HolderPath, request.Id, GrantReason.OpenJob, request.CustomerId, [request.MachineId], cancellationToken);

    public Task EndAsync(Request request, CancellationToken cancellationToken) =>
        grants.EndAsync(GrantReason.OpenJob, request.Id, null, cancellationToken);

    /// <summary>For the holder of the order.</summary>
    public Task OpenAsync(Order order, CancellationToken cancellationToken) => OpenAsync(order, order.HolderPath, cancellationToken);

    /// <summary>For an organisation that works on it: the outlet of the technician, where that is not the holder itself.</summary>
    public Task OpenAsync(Order order, string path, CancellationToken cancellationToken) =>
        GrantAsync(path, order.Id, GrantReason.OpenJob, order.CustomerId, order.Lines.Select(line => line.MachineId), cancellationToken);

    /// <summary>Nobody holds it any more, or somebody else will.</summary>
    public Task EndAsync(Order order, CancellationToken cancellationToken) =>
        grants.EndAsync(GrantReason.OpenJob, order.Id, null, cancellationToken);

    /// <summary>Who installed a machine goes on seeing it and its customer.</summary>
    public Task KeepInstallationAsync(Visit visit, Guid machineId, CancellationToken cancellationToken) =>
        GrantAsync(visit.HolderPath, visit.Id, GrantReason.Installation, visit.CustomerId, [machineId], cancellationToken);

    private async Task GrantAsync(
        string path, Guid cause, GrantReason reason, Guid customerId, IEnumerable<Guid?> machineIds, CancellationToken cancellationToken)
    {
        // The head office sees its principals' customers without a grant.
        if (OrganisationPaths.Depth(path) == 0)
        {
            return;
        }

        await grants.GrantAsync(Subjects.Customer(customerId), path, reason, cause, cancellationToken);
        foreach (var machineId in machineIds.OfType<Guid>().Distinct())
        {
            await grants.GrantAsync(Subjects.Machine(machineId), path, reason, cause, cancellationToken);
        }
    }
}
