using ServicePlatform.Commands;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Security;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Queries;

namespace ServicePlatform.WorkOrders.Visits.Queries;

/// <summary>The signed-in technician's visits of one day, in their order; what is under way or overdue comes with today.</summary>
/// <param name="Day">In the site's zone; null for today.</param>
[RequirePermission(OrderPermissions.Work)]
internal sealed record MyDay(DateOnly? Day = null) : IQuery<DayList>;

/// <param name="Later">How many visits are planned after this day.</param>
/// <param name="ToPlan">Jobs named for him whose visit is not planned yet.</param>
internal sealed record DayList(string TechnicianName, DateOnly Day, IReadOnlyList<DayVisit> Visits, int Later, int ToPlan);

/// <param name="Area">District and compound.</param>
internal sealed record DayVisit(
    Guid Id,
    string Number,
    string OrderNumber,
    VisitState State,
    string JobType,
    Urgency Urgency,
    DateTime PlannedFrom,
    DateTime PlannedUntil,
    bool IsLate,
    string? CustomerName,
    string? Area,
    string? Address,
    string? MachineName,
    int StepsDone,
    int StepsTotal);

/// <summary>A visit of the signed-in technician, for his phone: where, who, what to bring, the next step. By its number.</summary>
[RequirePermission(OrderPermissions.Work)]
internal sealed record GetMyVisit(string Number) : IQuery<FieldVisit>;

internal enum FieldAction
{
    StartTravel,
    ConfirmArrival,
    StartWork,
    AddPhoto,
    ChangeFilter,
    Sign,
    Finish,
    NobodyHome,
    LeaveIncomplete,
}

/// <param name="Contact">Null once the visit has ended and he may not see the customer any more.</param>
/// <param name="Bring">Filters that are due at the machines, and what the job needs.</param>
/// <param name="NextStep">Code of the first step that is not done and can be done now.</param>
/// <param name="Missing">Mandatory steps that are not done yet.</param>
/// <param name="Blocked">Steps that cannot be done yet, with why.</param>
/// <param name="EarlierPhotos">Newest photos of the machine from earlier visits, at most eight.</param>
/// <param name="Next">The one thing to do now.</param>
internal sealed record FieldVisit(
    VisitView Visit,
    Guid OrderId,
    string OrderNumber,
    string JobType,
    Urgency Urgency,
    string Description,
    string? InternalNote,
    JobContact? Contact,
    IReadOnlyList<MachineView> Machines,
    IReadOnlyList<BringItem> Bring,
    string? NextStep,
    int Missing,
    IReadOnlyDictionary<string, Failure> Blocked,
    IReadOnlyList<PhotoView> EarlierPhotos,
    IReadOnlyList<ActionView<FieldAction>> Actions,
    FieldAction? Next);

/// <summary>A filter to take along.</summary>
internal sealed record BringItem(Guid MachineId, int Position, string PartCode, string Name, FilterCondition Condition, DateOnly DueOn);
