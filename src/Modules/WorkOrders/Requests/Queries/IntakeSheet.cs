using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Security;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders;
using ServicePlatform.WorkOrders.Queries;

namespace ServicePlatform.WorkOrders.Requests.Queries;

/// <summary>What an agent must know of a customer who calls to take his request in.</summary>
[RequirePermission(OrderPermissions.Intake)]
internal sealed record GetIntakeSheet(Guid CustomerId) : IQuery<IntakeSheet>;

/// <param name="Machines">With their filters; those in use.</param>
/// <param name="OpenJobs">Newest first: perhaps he calls about one of these.</param>
internal sealed record IntakeSheet(
    JobContact Contact,
    IReadOnlyList<IntakeMachine> Machines,
    IReadOnlyList<AddressView> Addresses,
    IReadOnlyList<OrderSummary> OpenJobs)
{
    /// <summary>Where the machine stands; the only address where nothing is said of the machine.</summary>
    public Guid? AddressOf(Guid? machineId) =>
        Machines.FirstOrDefault(machine => machine.Machine.Id == machineId)?.AddressId is { } place && Addresses.Any(address => address.Id == place)
            ? place
            : Addresses.Count == 1 ? Addresses[0].Id : null;
}

/// <param name="AddressId">Where it stands.</param>
internal sealed record IntakeMachine(MachineView Machine, Guid? AddressId);

internal sealed class GetIntakeSheetHandler(
    ISiteDb db, JobContacts contacts, ICustomerContacts places, IMachineReader machines, MachineViews views) : IQueryHandler<GetIntakeSheet, IntakeSheet>
{
    private const int Most = 10;

    public async Task<Result<IntakeSheet>> HandleAsync(GetIntakeSheet query, CancellationToken cancellationToken)
    {
        var id = query.CustomerId;
        if (await contacts.ReadAsync(id, null, null, cancellationToken) is not { } contact)
        {
            return Failure.NotFound("orders.customer-not-found");
        }

        var owned = (await machines.OfCustomersAsync([id], cancellationToken)).Where(machine => machine.Status != MachineStatus.Scrapped).ToList();
        var known = await views.ReadAsync([.. owned.Select(machine => machine.Id)], cancellationToken);
        var open = await db.List<Order>().Where(order => order.CustomerId == id && order.EndedAt == null)
            .OrderByDescending(order => order.CreatedAt).Take(Most).ToListAsync(cancellationToken);
        return new IntakeSheet(
            contact,
            [.. owned.Where(machine => known.ContainsKey(machine.Id)).Select(machine => new IntakeMachine(known[machine.Id], machine.AddressId))],
            (await places.GetAsync([id], cancellationToken)).GetValueOrDefault(id)?.Addresses ?? [],
            open.ConvertAll(Summaries.Of));
    }
}
