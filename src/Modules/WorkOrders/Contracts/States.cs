namespace ServicePlatform.WorkOrders.Contracts;

public enum RequestState
{
    New,
    Triaged,
    SolvedRemotely,
    Converted,
    Duplicate,
    Rejected,
    Closed,
}

/// <summary>Progress of an order. Appointment, stock, payment and call-back are axes of their own.</summary>
public enum OrderState
{
    Draft,
    PendingDispatch,
    OutletAssigned,
    OutletAccepted,
    TechnicianAssigned,
    InProgress,
    WorkDone,
    UnderReview,
    Closed,
    Cancelled,
    Unfixable,
    Voided,
}

public enum VisitState
{
    Proposed,
    Confirmed,
    EnRoute,
    Arrived,
    Working,
    Finished,
    NobodyHome,
    Incomplete,
    Rescheduled,
    Cancelled,
}

public enum PauseReason
{
    AwaitingPart,
    CustomerAsked,
    NobodyHome,
    AwaitingQuote,
    AwaitingExpert,
    BuildingAccess,
    ForceMajeure,
}

public enum Urgency
{
    Normal,
    Urgent,
    Emergency,
}

/// <summary>How a request reached us.</summary>
public static class Channels
{
    public const string Portal = "portal";
    public const string Phone = "phone";
    public const string WeChat = "wechat";
    public const string Outlet = "outlet";
    public const string Import = "import";

    public static IReadOnlyList<string> All { get; } = [Portal, Phone, WeChat, Outlet, Import];
}

/// <summary>Kinds of job; a procedure is asked for by these codes. Names are the texts <c>JobType.{code}</c>.</summary>
public static class JobTypes
{
    public const string Install = "install";
    public const string Repair = "repair";
    public const string FilterChange = "filter-change";
    public const string Maintenance = "maintenance";
    public const string Relocation = "relocation";
    public const string WaterTest = "water-test";
    public const string Guidance = "guidance";

    public static IReadOnlyList<string> All { get; } = [Install, Repair, FilterChange, Maintenance, Relocation, WaterTest, Guidance];
}

/// <summary>Why an outlet gives a job back. Names are the texts <c>Refusal.{code}</c>.</summary>
public static class RefusalReasons
{
    public const string NoCapacity = "no-capacity";
    public const string NoSkill = "no-skill";
    public const string TooFar = "too-far";
    public const string Unprofitable = "unprofitable";
    public const string NoParts = "no-parts";
    public const string Other = "other";

    public static IReadOnlyList<string> All { get; } = [NoCapacity, NoSkill, TooFar, Unprofitable, NoParts, Other];
}

public enum ClockKind
{
    /// <summary>Acceptance to a responsible outlet: 1 minute, around the clock.</summary>
    Dispatch,
    /// <summary>Acceptance to a confirmed appointment: 60 minutes within calling hours.</summary>
    Booking,
    /// <summary>Acceptance to work done: 24 hours.</summary>
    Completion,
}

public enum ClockStatus
{
    Running,
    Paused,
    Met,
    Missed,
}

/// <summary>One promise of an order.</summary>
/// <param name="DueAt">UTC; moves while the clock is paused.</param>
/// <param name="StoppedAt">UTC, or null while it runs.</param>
/// <param name="Gross">All time since the start.</param>
/// <param name="Net">Without pauses and hours that do not count.</param>
public sealed record ClockReading(ClockKind Kind, ClockStatus Status, DateTime StartedAt, DateTime DueAt, DateTime? StoppedAt, TimeSpan Gross, TimeSpan Net);

public static class OrderPermissions
{
    public const string View = "orders.view";
    /// <summary>Take requests in, triage and convert them.</summary>
    public const string Intake = "orders.intake";
    /// <summary>Give orders to outlets.</summary>
    public const string Dispatch = "orders.dispatch";
    /// <summary>Accept or refuse for an outlet, name technicians.</summary>
    public const string RunOutlet = "orders.run-outlet";
    /// <summary>Make and move appointments.</summary>
    public const string Book = "orders.book";
    /// <summary>Do the visits that one is named for.</summary>
    public const string Work = "orders.work";
    /// <summary>Review and close finished work.</summary>
    public const string Review = "orders.review";
    /// <summary>Take a customer's signature back before the visit ends.</summary>
    public const string VoidSignature = "orders.void-signature";
    public const string Cancel = "orders.cancel";
}
