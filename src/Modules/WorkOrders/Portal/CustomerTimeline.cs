using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Data;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Sites;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders;
using ServicePlatform.WorkOrders.Requests;
using ServicePlatform.WorkOrders.Visits;

namespace ServicePlatform.WorkOrders.Portal;

/// <summary>
/// The history of an order in the customer's words. Made from what happened to the order and its visits, not from the staff's
/// timeline: refusals, dispatching and notes stay inside.
/// </summary>
internal sealed class CustomerTimeline(ISiteDb db, IOrganisationReader organisations, ITechnicianReader technicians, ISiteContext site, IStringLocalizer<Texts> texts)
{
    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<CustomerTimelineEntry>> OfAsync(Order order, IReadOnlyCollection<Visit> visits, CancellationToken cancellationToken)
    {
        var entries = new List<CustomerTimelineEntry>();
        void Say(string who, DateTime? at, string key, params object[] values)
        {
            if (at is { } time)
            {
                entries.Add(new CustomerTimelineEntry(time, texts["Customer." + key, values], who));
            }
        }

        void Add(DateTime? at, string key, params object[] values) => Say(site.Name, at, key, values);

        var people = await technicians.GetAsync([.. visits.Select(visit => visit.TechnicianId).OfType<Guid>().Distinct()], cancellationToken);

        Add(await ReceivedAsync(order, cancellationToken), "Received");
        Add(order.CreatedAt, "Accepted", order.Number);
        if (order.Assignments.FirstOrDefault(row => row.EndedAt is null) is { } holding)
        {
            var outlet = (await organisations.GetAsync([holding.OrganisationId], cancellationToken)).GetValueOrDefault(holding.OrganisationId);
            Add(holding.AssignedAt, "Assigned", outlet?.Name ?? "");
        }

        foreach (var visit in visits)
        {
            var technician = visit.TechnicianId is { } id && people.GetValueOrDefault(id) is { } person ? person.Name : site.Name;
            Add(visit.ConfirmedAt, "Confirmed", AppointmentWindow.Describe(visit.PlannedFrom, visit.PlannedUntil, site.TimeZone));
            Say(technician, visit.TravelStartedAt, "OnTheWay");
            Say(technician, visit.ArrivedAt, "Arrived");
            Say(technician, visit.WorkStartedAt, "WorkStarted");
            Say(technician, visit.ConfirmedAt is null ? null : visit.EndedAt, "Visit." + visit.State);
        }

        foreach (var pause in order.Pauses.Where(pause => pause.Reason is not (PauseReason.NobodyHome or PauseReason.AwaitingExpert)))
        {
            Add(pause.StartedAt, "Waiting." + pause.Reason);
        }

        Add(order.EndedAt, "Ended." + order.State);
        return [.. entries.OrderByDescending(entry => entry.At)];
    }

    private async Task<DateTime?> ReceivedAsync(Order order, CancellationToken cancellationToken) => order.RequestId is { } id
        ? await db.Unscoped<Request>("the request of the customer's own order").Where(request => request.Id == id)
            .Select(request => (DateTime?)request.CreatedAt).FirstOrDefaultAsync(cancellationToken)
        : null;
}
