using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Security;
using ServicePlatform.Timelines;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders;
using ServicePlatform.WorkOrders.Queries;

namespace ServicePlatform.WorkOrders.Requests.Queries;

internal sealed class GetRequestHandler(
    ISiteDb db,
    JobContacts contacts,
    ICustomerContacts places,
    MachineViews machineViews,
    IMachineReader machines,
    IPrincipalReader principals,
    ITimeline timeline,
    IActorContext actors) : IQueryHandler<GetRequest, RequestPage>
{
    private const int Facts = 100;

    public async Task<Result<RequestPage>> HandleAsync(GetRequest query, CancellationToken cancellationToken)
    {
        var request = await db.List<Request>().FirstOrDefaultAsync(row => row.Number == query.Number, cancellationToken);
        if (request is null)
        {
            return Failure.NotFound("orders.request-not-found");
        }

        var orders = await db.List<Order>().Where(order => order.RequestId == request.Id).OrderBy(order => order.CreatedAt).Take(20).ToListAsync(cancellationToken);
        var open = await db.List<Order>()
            .Where(order => order.CustomerId == request.CustomerId && order.EndedAt == null && order.RequestId != request.Id)
            .OrderByDescending(order => order.CreatedAt).Take(10).ToListAsync(cancellationToken);
        var original = request.OriginalId is { } id
            ? await db.List<Request>().Where(row => row.Id == id).Select(row => row.Number).FirstOrDefaultAsync(cancellationToken)
            : null;
        var contact = await contacts.ReadAsync(request.CustomerId, request.AddressId, request.ContactPhone, cancellationToken);
        var addresses = (await places.GetAsync([request.CustomerId], cancellationToken)).GetValueOrDefault(request.CustomerId)?.Addresses;
        var views = await machineViews.ReadAsync(request.MachineId is { } machineId ? [machineId] : [], cancellationToken);
        return new RequestPage(
            request.Id,
            request.Number,
            request.Version,
            request.State,
            request.Channel,
            request.JobType,
            request.Description,
            request.Urgency,
            request.CreatedAt,
            RequestStates.Open.Contains(request.State) ? request.BookBy : null,
            request.TriagedAt,
            request.DecidedAt,
            request.ClosedAt,
            request.WishedFrom,
            request.WishedUntil,
            request.TriageNote,
            request.Outcome,
            original,
            (await principals.ListAsync(cancellationToken)).FirstOrDefault(principal => principal.Id == request.PrincipalId)?.Name ?? "",
            contact,
            views.Values.FirstOrDefault(),
            await machines.OfCustomersAsync([request.CustomerId], cancellationToken),
            addresses ?? [],
            orders.ConvertAll(Summaries.Of),
            open.ConvertAll(Summaries.Of),
            Actions(request),
            await timeline.ReadAsync([Subjects.Request(request.Id)], Facts, cancellationToken));
    }

    private List<ActionView<RequestAction>> Actions(Request request)
    {
        var mayAct = actors.Current.Can(OrderPermissions.Intake);
        ActionView<RequestAction> View(RequestAction action, bool allowed) =>
            new(action, mayAct, allowed ? null : Failure.Conflict("orders.request-is-" + Words.Kebab(request.State.ToString())));
        bool Can(RequestState to) => RequestStates.Table.Allows(request.State, to);
        return
        [
            View(RequestAction.Triage, RequestStates.Open.Contains(request.State)),
            request.State == RequestState.Triaged && request.AddressId is null
                ? new ActionView<RequestAction>(RequestAction.Convert, mayAct, Failure.Conflict("orders.request-needs-address"))
                : View(RequestAction.Convert, Can(RequestState.Converted)),
            View(RequestAction.SolveRemotely, Can(RequestState.SolvedRemotely)),
            View(RequestAction.Reject, Can(RequestState.Rejected)),
            View(RequestAction.MarkDuplicate, Can(RequestState.Duplicate)),
            View(RequestAction.Close, request.State != RequestState.Converted && Can(RequestState.Closed)),
        ];
    }
}
