using ServicePlatform.Network.Contracts;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders;
using ServicePlatform.WorkOrders.Queries;

namespace ServicePlatform.WorkOrders.Portal;

/// <summary>Makes what a customer sees of his orders.</summary>
internal sealed class CustomerOrders(IOrganisationReader organisations, ITechnicianReader technicians)
{
    public async Task<IReadOnlyList<CustomerOrder>> OfAsync(IReadOnlyCollection<Order> orders, CancellationToken cancellationToken)
    {
        var outlets = await organisations.GetAsync([.. orders.Select(order => order.OutletId).OfType<Guid>().Distinct()], cancellationToken);
        var people = await technicians.GetAsync([.. orders.Select(order => order.TechnicianId).OfType<Guid>().Distinct()], cancellationToken);
        return [.. orders.Select(order => new CustomerOrder(
            order.Id,
            order.Number,
            order.JobType,
            Summaries.Short(order.Description),
            order.State,
            order.CreatedAt,
            order.MachineId,
            order.OutletId is { } outletId ? outlets.GetValueOrDefault(outletId)?.Name : null,
            order.TechnicianId is { } technicianId ? people.GetValueOrDefault(technicianId)?.Name : null,
            order.AppointmentFrom,
            order.AppointmentUntil,
            order.AppointmentConfirmed,
            order.EndedAt))];
    }
}
