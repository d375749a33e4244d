using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Network.Contracts;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Queries;
using ServicePlatform.WorkOrders.Visits;

namespace ServicePlatform.WorkOrders.Orders.Queries;

internal sealed class TechnicianChoicesHandler(
    ISiteDb db, ITechnicianReader technicians, IOrganisationReader organisations, ICustomerReader customers, SiteDay days)
    : IQueryHandler<TechnicianChoices, IReadOnlyList<TechnicianChoice>>
{
    private static readonly List<VisitState> Open = [.. VisitStates.Open];

    public async Task<Result<IReadOnlyList<TechnicianChoice>>> HandleAsync(TechnicianChoices query, CancellationToken cancellationToken)
    {
        var order = await db.List<Order>().FirstOrDefaultAsync(row => row.Id == query.OrderId, cancellationToken);
        if (order is null)
        {
            return Failure.NotFound("orders.order-not-found");
        }

        var people = await technicians.BelowAsync(order.HolderPath, cancellationToken);
        var outlets = await organisations.GetAsync([.. people.Select(person => person.OrganisationId).Distinct()], cancellationToken);
        var ids = people.Select(person => person.Id).ToList();
        var visits = await db.Unscoped<Visit>("a technician's time is one, whoever's orders fill it; only windows are shown")
            .Where(visit => visit.TechnicianId != null && ids.Contains(visit.TechnicianId.Value) && Open.Contains(visit.State) && visit.OrderId != order.Id)
            .OrderBy(visit => visit.PlannedFrom)
            .Select(visit => new PlannedVisit(visit.TechnicianId!.Value, visit.PlannedFrom, visit.PlannedUntil, visit.State, visit.AddressId))
            .ToListAsync(cancellationToken);
        var day = days.Range(order.AppointmentFrom is { } from ? days.Of(from) : days.Today);
        var thatDay = visits.FindAll(visit => visit.From >= day.From && visit.From < day.Until);
        var neighbours = await NeighboursAsync(order, thatDay, cancellationToken);
        var windows = thatDay.ToLookup(visit => visit.TechnicianId, visit => new TakenWindow(visit.From, visit.Until, VisitStates.Promised.Contains(visit.State)));
        return people
            .Select(person => new TechnicianChoice(
                person.Id,
                person.Name,
                outlets.GetValueOrDefault(person.OrganisationId)?.Name ?? "",
                Skills.Fit(order, person),
                visits.Count(visit => visit.TechnicianId == person.Id),
                windows[person.Id].Count(),
                [.. windows[person.Id]],
                order.AppointmentConfirmed && windows[person.Id].Any(window => window.Overlaps(order.AppointmentFrom!.Value, order.AppointmentUntil!.Value)),
                neighbours.Contains(person.Id),
                person.Id == order.TechnicianId))
            .OrderByDescending(choice => choice.HasSkill)
            .ThenByDescending(choice => choice.InCompoundThatDay)
            .ThenBy(choice => choice.VisitsThatDay)
            .ThenBy(choice => choice.OpenVisits)
            .ThenBy(choice => choice.Name, StringComparer.CurrentCulture)
            .ToList();
    }

    /// <summary>Technicians who are in the same residential compound on that day anyway.</summary>
    private async Task<HashSet<Guid>> NeighboursAsync(Order order, List<PlannedVisit> visits, CancellationToken cancellationToken)
    {
        var addressIds = visits.Select(visit => visit.AddressId).Append(order.AddressId).OfType<Guid>().Distinct().ToList();
        var places = await customers.GetAddressesAsync(addressIds, cancellationToken);
        var compound = order.AddressId is { } own ? places.GetValueOrDefault(own)?.CompoundId : null;
        return compound is null
            ? []
            : [.. visits.Where(visit => visit.AddressId is { } id && places.GetValueOrDefault(id)?.CompoundId == compound).Select(visit => visit.TechnicianId)];
    }

    private sealed record PlannedVisit(Guid TechnicianId, DateTime From, DateTime Until, VisitState State, Guid? AddressId);
}
