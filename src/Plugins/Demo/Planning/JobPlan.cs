using ServicePlatform.Demo.Raw;

namespace ServicePlatform.Demo.Planning;

/// <summary>How far a job gets.</summary>
internal enum Ending
{
    // Requests that become no order, or not yet.
    New,
    Triaged,
    Solved,
    SolvedAndClosed,
    Rejected,
    RejectedAndClosed,
    Duplicate,
    DuplicateAndClosed,

    // Open orders.
    Pending,
    RefusedOnce,
    RefusedTwice,
    Assigned,
    AssignedLong,
    Accepted,
    AcceptedAndBooked,
    Named,
    Proposed,
    Confirmed,
    EnRoute,
    Arrived,
    Working,
    NobodyHome,
    AwaitingPart,
    CustomerAsked,
    WorkDone,
    UnderReview,
    SentBack,

    // Ended orders.
    Closed,
    Cancelled,
    Unfixable,
    Voided,
}

/// <summary>What goes otherwise than planned in a job that ends well.</summary>
internal enum Twist
{
    None,
    NobodyHome,
    AwaitingPart,
    Moved,
    Refused,
    SentBack,
    Waited,
    LateDispatch,
    LateBooking,
    TooFar,
    Inaccurate,
    NoFix,
    Offline,
}

/// <summary>A job from request to end. The ids are known once it has been played so far.</summary>
internal sealed class JobPlan
{
    public required Fault Fault { get; init; }

    public required CustomerPlan Customer { get; init; }

    /// <summary>Null where the customer has none of ours yet.</summary>
    public MachinePlan? Machine { get; init; }

    public required Ending Ending { get; init; }

    public Twist Twist { get; set; }

    /// <summary>The outlet that does it.</summary>
    public required OutletPlan Outlet { get; init; }

    public TechnicianPlan? Technician { get; init; }

    /// <summary>Of the visit that decides; null where there is none.</summary>
    public Slot? Slot { get; init; }

    /// <summary>When the request comes in, UTC.</summary>
    public required DateTime Start { get; init; }

    /// <summary>A dealer who took it in for his own customer and dispatches it himself; null for head office.</summary>
    public string? OwnIntake { get; init; }

    /// <summary>What the customer says, where it is not the fault's report.</summary>
    public string? Report { get; init; }

    /// <summary>The job that stands, of a duplicate.</summary>
    public JobPlan? Original { get; init; }

    public Guid RequestId { get; set; }

    public Guid OrderId { get; set; }

    public Guid VisitId { get; set; }

    public bool IsOrder => Ending >= Ending.Pending;
}
