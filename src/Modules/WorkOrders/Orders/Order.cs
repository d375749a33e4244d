using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.WorkOrders.Clocks;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.History;

namespace ServicePlatform.WorkOrders.Orders;

/// <summary>
/// A job. Its holder changes with dispatch: the dispatching organisation, the outlet, and back when it is refused.
/// </summary>
[SubjectKind(Subjects.OrderKind)]
internal sealed partial class Order : Aggregate, IHeld, IVersioned
{
    public const int MaximumLines = 20;

    /// <summary>No machine is named and the site serves several categories: outlets and skills of any are meant, and the procedure for all.</summary>
    public const string AnyCategory = "";

    /// <summary>By how much a refused order is drawn forward in lists; longer than any promise.</summary>
    private const int RefusedYears = 100;

    private readonly List<OrderLine> _lines = [];
    private readonly List<OrderAssignment> _assignments = [];
    private readonly List<OrderPause> _pauses = [];

    public override string Kind => Subjects.OrderKind;

    public override Subject FactSubject => Subjects.Order(Id);

    public required string Number { get; init; }

    public Guid PrincipalId { get; init; }

    public required string HolderPath { get; set; }

    /// <summary>Path of the organisation that dispatches it and gets it back when an outlet refuses.</summary>
    public required string DispatchPath { get; set; }

    public int Version { get; private set; }

    /// <summary>The request that it came from; null only where a rule made it.</summary>
    public Guid? RequestId { get; init; }

    /// <summary>Code of the rule that made it, where no request did.</summary>
    public string? RuleCode { get; init; }

    public Guid CustomerId { get; init; }

    public Guid? AddressId { get; init; }

    /// <summary>Division of the address, by which outlets are found.</summary>
    public string? DivisionCode { get; init; }

    /// <summary>Machine of the first line.</summary>
    public Guid? MachineId { get; private set; }

    public required string CategoryCode { get; init; }

    /// <summary>Kind of the first line's job.</summary>
    public required string JobType { get; init; }

    public required string Description { get; init; }

    /// <summary>From the agent to whoever goes.</summary>
    public string? InternalNote { get; init; }

    public Urgency Urgency { get; init; }

    /// <summary>E.164, where it differs from the customer's own.</summary>
    public string? ContactPhone { get; init; }

    /// <summary>The window that the customer asked for; not the plan.</summary>
    public DateTime? WishedFrom { get; init; }

    public DateTime? WishedUntil { get; init; }

    public OrderState State { get; private set; } = OrderState.Draft;

    /// <summary>Acceptance: the promises run from here.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>Grows with every change, also of lines, assignments and pauses.</summary>
    public DateTime ChangedAt { get; private set; }

    public Guid? OutletId { get; private set; }

    public Guid? TechnicianId { get; private set; }

    public int RefusalCount { get; private set; }

    /// <summary>The visit that is planned or under way.</summary>
    public Guid? VisitId { get; private set; }

    public DateTime? AppointmentFrom { get; private set; }

    public DateTime? AppointmentUntil { get; private set; }

    public bool AppointmentConfirmed { get; private set; }

    /// <summary>A visit ended without the work being done; the next one is not planned yet.</summary>
    public bool ReturnVisitNeeded { get; private set; }

    public PauseReason? PausedFor { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>Why it was cancelled, voided or given up, or what the reviewer said.</summary>
    public string? EndNote { get; private set; }

    public required PromiseClock Dispatch { get; init; }

    public required PromiseClock Booking { get; init; }

    public required PromiseClock Completion { get; init; }

    /// <summary>The next promise to keep; of an order whose clocks have all stopped, the completion's. For lists.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>Place in lists by promise: <see cref="DueAt"/>; a refused order that waits for dispatch stands before all others.</summary>
    public DateTime PlaceAt { get; private set; }

    /// <summary>When the first of the promises that run now will be broken; null while all stand still or have stopped.</summary>
    public DateTime? LateFrom { get; private set; }

    /// <summary>An outlet gave it back and nobody has it.</summary>
    public bool IsRefused => RefusalCount > 0 && State == OrderState.PendingDispatch;

    public IReadOnlyList<OrderLine> Lines => _lines;

    public IReadOnlyList<OrderAssignment> Assignments => _assignments;

    public IReadOnlyList<OrderPause> Pauses => _pauses;

    public IEnumerable<PromiseClock> Clocks => [Dispatch, Booking, Completion];

    /// <summary>A further machine or job, until somebody sets out.</summary>
    public Result<OrderLine> Extend(Guid? machineId, string jobType, DateTime now)
    {
        if (CanBook() is { } failure)
        {
            return failure;
        }

        if (_lines.Count >= MaximumLines)
        {
            return Failure.Conflict("orders.too-many-lines", MaximumLines);
        }

        var line = AddLine(machineId, jobType, now);
        Note("orders.line-added", "@JobType." + jobType);
        return line;
    }

    public OrderLine AddLine(Guid? machineId, string jobType, DateTime now)
    {
        var line = new OrderLine { OrderId = Id, Number = _lines.Count + 1, MachineId = machineId, JobType = jobType };
        _lines.Add(line);
        MachineId ??= machineId;
        ChangedAt = now;
        return line;
    }

    /// <summary>The order waits for dispatch from now on.</summary>
    public void Submit(string requestNumber, DateTime now)
    {
        Move(OrderState.PendingDispatch, now);
        Note("orders.created", "@JobType." + JobType, requestNumber);
        Raise(new OrderCreated(Id, CustomerId, RequestId));
    }

    /// <summary>Null where it is in one of the states that a use case begins from. The table alone does not tell them apart: several lead to one state.</summary>
    private Failure? Only(params ReadOnlySpan<OrderState> states) => states.Contains(State) ? null : WrongState(State);

    private Failure? Move(OrderState to, DateTime at)
    {
        var from = State;
        if (Move(OrderStates.Table, from, to, at) is { } failure)
        {
            return failure;
        }

        State = to;
        Raise(new OrderStateChanged(Id, from, to, at));
        Refresh(at);
        return null;
    }

    private void Refresh(DateTime at)
    {
        ChangedAt = at;
        var running = Clocks.Where(clock => clock.StoppedAt is null).ToList();
        DueAt = running.Count > 0 ? running.Min(clock => clock.DueAt) : Completion.DueAt;
        PlaceAt = IsRefused ? DueAt.AddYears(-RefusedYears) : DueAt;

        // A pause stops a clock; it does not mend a promise that was broken before it.
        var open = _pauses.Find(pause => pause.EndedAt is null);
        LateFrom = running.Where(clock => open?.Stops(clock.Kind) != true || clock.DueAt <= open.StartedAt).Min(clock => (DateTime?)clock.DueAt);
    }

    private void Stop(PromiseClock clock, DateTime at)
    {
        clock.Stop(at);
        Refresh(at);
    }
}
