using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Security;
using ServicePlatform.Timelines;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Queries;

namespace ServicePlatform.WorkOrders.Requests.Queries;

/// <summary>The page of one request, by its number.</summary>
[RequirePermission(OrderPermissions.View)]
internal sealed record GetRequest(string Number) : IQuery<RequestPage>;

internal enum RequestAction
{
    Triage,
    Convert,
    SolveRemotely,
    Reject,
    MarkDuplicate,
    Close,
}

/// <param name="Machines">All machines of the customer that the actor may see, to choose from.</param>
/// <param name="Addresses">All addresses of the customer that the actor may see.</param>
/// <param name="Orders">What it became.</param>
/// <param name="OpenJobs">Other open orders of the customer: perhaps it is a duplicate.</param>
/// <param name="OriginalNumber">Of the request that stands, where this is a duplicate.</param>
internal sealed record RequestPage(
    Guid Id,
    string Number,
    int Version,
    RequestState State,
    string Channel,
    string JobType,
    string Description,
    Urgency Urgency,
    DateTime CreatedAt,
    DateTime? BookBy,
    DateTime? TriagedAt,
    DateTime? DecidedAt,
    DateTime? ClosedAt,
    DateTime? WishedFrom,
    DateTime? WishedUntil,
    string? TriageNote,
    string? Outcome,
    string? OriginalNumber,
    string PrincipalName,
    JobContact? Contact,
    MachineView? Machine,
    IReadOnlyList<MachineSummary> Machines,
    IReadOnlyList<AddressView> Addresses,
    IReadOnlyList<OrderSummary> Orders,
    IReadOnlyList<OrderSummary> OpenJobs,
    IReadOnlyList<ActionView<RequestAction>> Actions,
    IReadOnlyList<TimelineEntry> Timeline);
