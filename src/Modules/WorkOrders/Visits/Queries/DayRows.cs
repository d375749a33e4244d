using Microsoft.EntityFrameworkCore;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Sites;
using ServicePlatform.WorkOrders.Orders;
using ServicePlatform.WorkOrders.Queries;

namespace ServicePlatform.WorkOrders.Visits.Queries;

/// <summary>Shows a technician's own visits as rows of his lists.</summary>
internal sealed class DayRows(ISiteDb db, JobNames names, ICustomerContacts contacts, IClock clock)
{
    public async Task<IReadOnlyList<DayVisit>> ReadAsync(List<Visit> visits, CancellationToken cancellationToken)
    {
        var visitIds = visits.ConvertAll(visit => visit.Id);
        var orderIds = visits.Select(visit => visit.OrderId).Distinct().ToList();
        var orders = await db.Unscoped<Order>("orders of the technician's own visits").Where(order => orderIds.Contains(order.Id))
            .ToDictionaryAsync(order => order.Id, cancellationToken);
        var steps = await db.Set<VisitStep>().AsNoTracking().Where(step => visitIds.Contains(step.VisitId))
            .GroupBy(step => step.VisitId)
            .Select(group => new { VisitId = group.Key, Total = group.Count(), Done = group.Count(step => step.DoneAt != null) })
            .ToDictionaryAsync(row => row.VisitId, cancellationToken);
        var named = await names.OfAsync(orders.Values, cancellationToken);
        var known = await contacts.GetAsync([.. visits.Select(visit => visit.CustomerId).Distinct()], cancellationToken);
        return visits.ConvertAll(visit =>
        {
            var order = orders[visit.OrderId];
            var done = steps.GetValueOrDefault(visit.Id);
            return new DayVisit(
                visit.Id,
                visit.Number,
                order.Number,
                visit.State,
                visit.JobType,
                order.Urgency,
                visit.PlannedFrom,
                visit.PlannedUntil,
                VisitStates.Planned.Contains(visit.State) && visit.PlannedUntil < clock.UtcNow,
                named.Customer(visit.CustomerId),
                named.Place(visit.AddressId, order.DivisionCode),
                known.GetValueOrDefault(visit.CustomerId)?.Addresses.FirstOrDefault(address => address.Id == visit.AddressId)?.Text,
                named.Machine(visit.MachineId),
                done?.Done ?? 0,
                done?.Total ?? 0);
        });
    }
}
