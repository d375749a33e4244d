using ServicePlatform.Commands;
using ServicePlatform.Fields;
using ServicePlatform.Security;
using ServicePlatform.Timelines;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Queries;
using ServicePlatform.WorkOrders.Visits.Queries;

namespace ServicePlatform.WorkOrders.Orders.Queries;

/// <summary>The page of one order, by its number.</summary>
[RequirePermission(OrderPermissions.View)]
internal sealed record GetOrder(string Number) : IQuery<OrderPage>;

internal enum OrderAction
{
    AssignOutlet,
    Accept,
    Refuse,
    AssignTechnician,
    Book,
    Pause,
    Resume,
    AddLine,
    StartReview,
    Close,
    SendBack,
    VoidSignature,
    DeclareUnfixable,
    Cancel,
    Void,
}

/// <param name="Contact">Null where the actor may not see the customer any more.</param>
/// <param name="Visits">Newest first.</param>
/// <param name="Assignments">Newest first: who had it, who refused and why.</param>
/// <param name="Next">What the reader of this page most probably does next, or null.</param>
internal sealed record OrderPage(
    OrderHead Head,
    JobContact? Contact,
    IReadOnlyList<LineView> Lines,
    IReadOnlyList<ClockReading> Clocks,
    IReadOnlyList<VisitView> Visits,
    IReadOnlyList<AssignmentView> Assignments,
    IReadOnlyList<PauseView> Pauses,
    IReadOnlyList<ActionView<OrderAction>> Actions,
    OrderAction? Next,
    IReadOnlyList<TimelineEntry> Timeline,
    CustomFieldSheet Fields);

/// <param name="RequestNumber">The request that it came from; null where a rule made it.</param>
/// <param name="WishedFrom">The window that the customer asked for, UTC.</param>
internal sealed record OrderHead(
    Guid Id,
    string Number,
    int Version,
    OrderState State,
    string JobType,
    string Description,
    string? InternalNote,
    Urgency Urgency,
    DateTime CreatedAt,
    DateTime DueAt,
    bool IsLate,
    string? RequestNumber,
    string? Channel,
    string? RuleCode,
    string PrincipalName,
    bool IsCategoryKnown,
    string? HolderName,
    Guid? OutletId,
    string? OutletName,
    string? OutletPhone,
    Guid? TechnicianId,
    string? TechnicianName,
    string? TechnicianPhone,
    DateTime? WishedFrom,
    DateTime? WishedUntil,
    DateTime? AppointmentFrom,
    DateTime? AppointmentUntil,
    bool AppointmentConfirmed,
    PauseReason? PausedFor,
    bool ReturnVisitNeeded,
    int RefusalCount,
    DateTime? EndedAt,
    string? EndNote);

internal sealed record LineView(Guid Id, int Number, string JobType, LineState State, MachineView? Machine, string? DoneByVisit);

/// <param name="AssignedBy">Name of the dispatcher; null for the product itself.</param>
internal sealed record AssignmentView(
    Guid OrganisationId,
    string OrganisationName,
    DateTime AssignedAt,
    string? AssignedBy,
    DateTime? AcceptedAt,
    DateTime? EndedAt,
    AssignmentEnd? End,
    string? ReasonCode,
    string? Note);

internal sealed record PauseView(PauseReason Reason, string? Note, DateTime StartedAt, DateTime? EndedAt, IReadOnlyList<ClockKind> Stops);
