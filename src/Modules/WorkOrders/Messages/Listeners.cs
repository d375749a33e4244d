using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Events;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Requests;
using ServicePlatform.WorkOrders.Visits;

namespace ServicePlatform.WorkOrders.Messages;

internal sealed class TellRequestReceived(ISiteDb db, CustomerMessages messages) : IEventListener<RequestReceived>
{
    public async Task HandleAsync(RequestReceived domainEvent, EventDelivery delivery, CancellationToken cancellationToken)
    {
        var request = await db.List<Request>().FirstAsync(row => row.Id == domainEvent.RequestId, cancellationToken);
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["number"] = request.Number };
        await messages.SendAsync(request.CustomerId, "request-received", Subjects.Request(request.Id), request.HolderPath, values, cancellationToken);
    }
}

/// <summary>An appointment in place of one that was given up is said to be moved; the first one of a trip is confirmed, also of a second trip.</summary>
internal sealed class TellAppointment(ISiteDb db, CustomerMessages messages) : IEventListener<AppointmentConfirmed>
{
    public async Task HandleAsync(AppointmentConfirmed domainEvent, EventDelivery delivery, CancellationToken cancellationToken)
    {
        var before = await db.List<Visit>().Where(visit => visit.OrderId == domainEvent.OrderId && visit.Id != domainEvent.VisitId)
            .OrderByDescending(visit => visit.CreatedAt).ThenByDescending(visit => visit.Id)
            .Select(visit => new { visit.State, visit.ConfirmedAt })
            .FirstOrDefaultAsync(cancellationToken);
        var moved = before is { State: VisitState.Rescheduled, ConfirmedAt: not null };
        await messages.AboutVisitAsync(domainEvent.VisitId, moved ? "appointment-moved" : "appointment-confirmed", cancellationToken);
    }
}

internal sealed class TellTravel(CustomerMessages messages) : IEventListener<TravelStarted>
{
    public Task HandleAsync(TravelStarted domainEvent, EventDelivery delivery, CancellationToken cancellationToken) =>
        messages.AboutVisitAsync(domainEvent.VisitId, "technician-on-the-way", cancellationToken);
}

/// <summary>Not where the visit has ended meanwhile: a device that was offline tells of an arrival late.</summary>
internal sealed class TellArrival(ISiteDb db, CustomerMessages messages) : IEventListener<TechnicianArrived>
{
    public async Task HandleAsync(TechnicianArrived domainEvent, EventDelivery delivery, CancellationToken cancellationToken)
    {
        if (await db.List<Visit>().AnyAsync(visit => visit.Id == domainEvent.VisitId && visit.EndedAt == null, cancellationToken))
        {
            await messages.AboutVisitAsync(domainEvent.VisitId, CustomerMessages.Arrived, cancellationToken);
        }
    }
}

internal sealed class TellNobodyHome(CustomerMessages messages) : IEventListener<NobodyHomeReported>
{
    public Task HandleAsync(NobodyHomeReported domainEvent, EventDelivery delivery, CancellationToken cancellationToken) =>
        messages.AboutVisitAsync(domainEvent.VisitId, "nobody-home", cancellationToken);
}

internal sealed class TellFinished(CustomerMessages messages) : IEventListener<VisitFinished>
{
    public Task HandleAsync(VisitFinished domainEvent, EventDelivery delivery, CancellationToken cancellationToken) =>
        messages.AboutVisitAsync(domainEvent.VisitId, "visit-finished", cancellationToken);
}
