using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Fields;
using ServicePlatform.Security;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Orders.Queries;

internal enum OrderTab
{
    ToDispatch,

    /// <summary>Given back by an outlet, and nobody has it.</summary>
    Refused,

    /// <summary>At an outlet that has not accepted yet.</summary>
    ToAccept,

    /// <summary>Without a confirmed appointment.</summary>
    ToBook,

    /// <summary>With an appointment today, in the site's zone.</summary>
    Today,

    /// <summary>Done, to be reviewed or under review.</summary>
    UnderReview,

    /// <summary>A running promise is past its time.</summary>
    Late,

    All,
}

internal enum OrderSort
{
    /// <summary>What was refused and waits, then the next promise.</summary>
    Due,

    Newest,
}

/// <summary>Orders in the actor's scope.</summary>
/// <param name="Sort">Null for the order that suits the tab: the next promise first where promises run, else the newest.</param>
/// <param name="OutletPath">An organisation; its subtree is meant.</param>
/// <param name="Fields">Filters on the site's own fields.</param>
/// <param name="Text">Number, or the customer's name or phone, or a machine's serial.</param>
[RequirePermission(OrderPermissions.View)]
internal sealed record OrderList(
    OrderTab Tab,
    PageRequest Page,
    OrderSort? Sort = null,
    OrderState? State = null,
    string? JobType = null,
    string? OutletPath = null,
    Urgency? Urgency = null,
    bool RefusedTwice = false,
    string? Text = null,
    IReadOnlyList<CustomFilter>? Fields = null) : IQuery<Page<OrderRow>>;

/// <summary>How many orders each tab holds; at most <see cref="Limit"/> are counted. Without <see cref="OrderTab.All"/>.</summary>
[RequirePermission(OrderPermissions.View)]
internal sealed record OrderTabCounts : IQuery<IReadOnlyDictionary<OrderTab, int>>
{
    public const int Limit = 100;
}

/// <param name="CustomerName">Null where the actor may not see the customer any more.</param>
/// <param name="Phone">For people, masked.</param>
/// <param name="Place">District and compound, without the door.</param>
/// <param name="LastRefusal">Null where none refused it, and where somebody has it since.</param>
/// <param name="DueKind">The promise that <paramref name="DueAt"/> belongs to; null where all have stopped.</param>
internal sealed record OrderRow(
    Guid Id,
    string Number,
    OrderState State,
    string JobType,
    string Summary,
    Urgency Urgency,
    DateTime CreatedAt,
    DateTime DueAt,
    ClockKind? DueKind,
    bool IsLate,
    PauseReason? PausedFor,
    bool ReturnVisitNeeded,
    int RefusalCount,
    RefusalView? LastRefusal,
    DateTime? AppointmentFrom,
    DateTime? AppointmentUntil,
    bool AppointmentConfirmed,
    Guid CustomerId,
    string? CustomerName,
    string? Phone,
    string? Place,
    string? MachineName,
    string? OutletName,
    string? TechnicianName,
    int Version);

/// <param name="OutletName">Null where the actor may not see the outlet.</param>
/// <param name="ReasonCode">One of <see cref="RefusalReasons"/>.</param>
internal sealed record RefusalView(string? OutletName, string ReasonCode, string? Note);
