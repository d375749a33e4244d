using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.History;

namespace ServicePlatform.WorkOrders.Requests;

/// <summary>What a customer asked for. None is lost: it becomes an order, or ends with a reason.</summary>
[SubjectKind(Subjects.RequestKind)]
internal sealed class Request : Aggregate, IHeld, IVersioned
{
    public override string Kind => Subjects.RequestKind;

    public override Subject FactSubject => Subjects.Request(Id);

    public required string Number { get; init; }

    public Guid PrincipalId { get; init; }

    public required string HolderPath { get; set; }

    public int Version { get; private set; }

    public Guid CustomerId { get; init; }

    public Guid? MachineId { get; private set; }

    public Guid? AddressId { get; private set; }

    /// <summary>One of <see cref="Channels"/>.</summary>
    public required string Channel { get; init; }

    public required string JobType { get; set; }

    public required string Description { get; init; }

    public Urgency Urgency { get; private set; }

    public DateTime? WishedFrom { get; init; }

    public DateTime? WishedUntil { get; init; }

    /// <summary>E.164, where it differs from the customer's own.</summary>
    public string? ContactPhone { get; init; }

    public RequestState State { get; private set; } = RequestState.New;

    public DateTime CreatedAt { get; init; }

    /// <summary>Until when the customer has been promised an appointment; the order that it becomes keeps the promise.</summary>
    public DateTime BookBy { get; set; }

    public DateTime? TriagedAt { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    /// <summary>Why it is urgent, what to look at: from the agent to whoever goes.</summary>
    public string? TriageNote { get; private set; }

    /// <summary>The solution, or the reason of a rejection.</summary>
    public string? Outcome { get; private set; }

    /// <summary>The request that stands, where this one is a duplicate.</summary>
    public Guid? OriginalId { get; private set; }

    public Request About(Guid? machineId, Guid? addressId, Urgency urgency)
    {
        (MachineId, AddressId, Urgency) = (machineId, addressId, urgency);
        Note("orders.request-received", "@Channel." + Channel, "@JobType." + JobType);
        Raise(new RequestReceived(Id, CustomerId));
        return this;
    }

    /// <summary>The agent has understood it. Possible again until it is converted.</summary>
    public Failure? Triage(string jobType, Urgency urgency, Guid? machineId, Guid? addressId, string? note, DateTime now)
    {
        if (State != RequestState.Triaged && Move(RequestState.Triaged, now) is { } failure)
        {
            return failure;
        }

        (JobType, Urgency, MachineId, AddressId, TriageNote) = (jobType, urgency, machineId, addressId, note);
        TriagedAt ??= now;
        Note("orders.request-triaged", "@JobType." + jobType, "@Urgency." + urgency);
        return null;
    }

    public Failure? Convert(string orderNumber, DateTime now) =>
        Decide(RequestState.Converted, null, now, "orders.request-converted", orderNumber);

    public Failure? SolveRemotely(string solution, DateTime now)
    {
        if (Decide(RequestState.SolvedRemotely, solution, now, "orders.request-solved") is { } failure)
        {
            return failure;
        }

        Raise(new RequestSolved(Id, CustomerId));
        return null;
    }

    public Failure? Reject(string reason, DateTime now) =>
        Decide(RequestState.Rejected, reason, now, "orders.request-rejected");

    public Failure? MarkDuplicate(Guid originalId, string originalNumber, DateTime now)
    {
        OriginalId = originalId;
        return Decide(RequestState.Duplicate, null, now, "orders.request-duplicate", originalNumber);
    }

    /// <summary>Nothing is left to do or to say.</summary>
    public Failure? Close(DateTime now)
    {
        if (Move(RequestState.Closed, now) is { } failure)
        {
            return failure;
        }

        ClosedAt = now;
        Note("orders.request-closed");
        return null;
    }

    private Failure? Decide(RequestState to, string? outcome, DateTime now, string fact, params string[] values)
    {
        if (Move(to, now) is { } failure)
        {
            return failure;
        }

        (Outcome, DecidedAt) = (outcome, now);
        Note(fact, values);
        return null;
    }

    private Failure? Move(RequestState to, DateTime now)
    {
        if (Move(RequestStates.Table, State, to, now) is { } failure)
        {
            return failure;
        }

        State = to;
        return null;
    }
}
