using ServicePlatform.Commands;
using ServicePlatform.Security;

namespace ServicePlatform.WorkOrders.Contracts;

/// <summary>A customer asks for service on the portal. The machine and address must be his. Answers the request's id.</summary>
/// <param name="MachineId">Null where he names none.</param>
/// <param name="JobType">What he thinks that he needs: <c>repair</c>.</param>
/// <param name="WishedFrom">Start of the window that would suit him, UTC.</param>
/// <param name="ContactPhone">As typed; null for the number that he signed in with.</param>
[Customer]
public sealed record SubmitRequest(
    Guid CustomerId,
    Guid? MachineId,
    Guid? AddressId,
    string JobType,
    string Description,
    DateTime? WishedFrom,
    DateTime? WishedUntil,
    string? ContactPhone) : ICommand<Guid>;

/// <summary>An agent takes a request in. Answers the request's id.</summary>
[RequirePermission(OrderPermissions.Intake)]
public sealed record RecordRequest(
    Guid CustomerId,
    Guid? MachineId,
    Guid? AddressId,
    string Channel,
    string JobType,
    string Description,
    Urgency Urgency = Urgency.Normal,
    DateTime? WishedFrom = null,
    DateTime? WishedUntil = null,
    string? ContactPhone = null) : ICommand<Guid>;

/// <summary>The agent has understood what is needed: confirms kind of job, machine, address and urgency.</summary>
[RequirePermission(OrderPermissions.Intake)]
public sealed record TriageRequest(
    Guid RequestId,
    string JobType,
    Urgency Urgency,
    Guid? MachineId,
    Guid? AddressId,
    string? Note,
    int Version) : ICommand;

/// <summary>Makes an order of a triaged request. Answers the order's id; the order waits for dispatch at the organisation of the actor.</summary>
[RequirePermission(OrderPermissions.Intake)]
public sealed record ConvertRequest(Guid RequestId, int Version) : ICommand<Guid>;

[RequirePermission(OrderPermissions.Intake)]
public sealed record SolveRequestRemotely(Guid RequestId, string Solution, int Version) : ICommand;

[RequirePermission(OrderPermissions.Intake)]
public sealed record RejectRequest(Guid RequestId, string Reason, int Version) : ICommand;

/// <param name="OriginalNumber">Number of the request that already stands: <c>SR-2611-000012</c>.</param>
[RequirePermission(OrderPermissions.Intake)]
public sealed record MarkRequestDuplicate(Guid RequestId, string OriginalNumber, int Version) : ICommand;

/// <summary>The customer has been told how his request ended; nothing is left to do.</summary>
[RequirePermission(OrderPermissions.Intake)]
public sealed record CloseRequest(Guid RequestId, int Version) : ICommand;

/// <summary>A request came in.</summary>
public sealed record RequestReceived(Guid RequestId, Guid CustomerId) : Events.IEvent;

/// <summary>A request was settled without anybody going.</summary>
public sealed record RequestSolved(Guid RequestId, Guid CustomerId) : Events.IEvent;
