using ServicePlatform.Commands;
using ServicePlatform.Fields;
using ServicePlatform.Security;

namespace ServicePlatform.WorkOrders.Contracts;

/// <summary>Gives the order to an outlet, which becomes its holder. Stops the dispatch clock.</summary>
[RequirePermission(OrderPermissions.Dispatch)]
public sealed record AssignOutlet(Guid OrderId, Guid OrganisationId, int Version) : ICommand;

[RequirePermission(OrderPermissions.RunOutlet)]
public sealed record AcceptOrder(Guid OrderId, int Version) : ICommand;

/// <summary>Gives the order back to dispatch. The outlet is left out at once; until somebody else has it, it stands first in lists.</summary>
/// <param name="ReasonCode">One of <see cref="RefusalReasons"/>.</param>
[RequirePermission(OrderPermissions.RunOutlet)]
public sealed record RefuseOrder(Guid OrderId, string ReasonCode, string? Note, int Version) : ICommand;

/// <summary>
/// Names the technician, who must belong to the holder or below it. The open visit goes to him. Refused where it is confirmed and overlaps
/// another confirmed visit of his.
/// </summary>
/// <param name="Anyway">He can do both.</param>
[RequirePermission(OrderPermissions.RunOutlet)]
public sealed record AssignTechnician(Guid OrderId, Guid TechnicianId, int Version, bool Anyway = false) : ICommand;

/// <summary>
/// Makes the appointment, or moves it: an earlier open one becomes Rescheduled. Possible from creation on, before a technician
/// is known. Confirmed stops the booking clock, and is refused where it overlaps another confirmed visit of the technician. Answers the visit's id.
/// </summary>
/// <param name="From">UTC; in the future.</param>
/// <param name="Until">UTC; 30 minutes to 8 hours after the start.</param>
/// <param name="Confirmed">True when the customer has agreed; false only proposes.</param>
/// <param name="Anyway">The technician can do both.</param>
[RequirePermission(OrderPermissions.Book)]
public sealed record BookVisit(Guid OrderId, DateTime From, DateTime Until, bool Confirmed, string? Note, int Version, bool Anyway = false) : ICommand<Guid>;

[RequirePermission(OrderPermissions.Book)]
public sealed record PauseOrder(Guid OrderId, PauseReason Reason, string? Note, int Version) : ICommand;

[RequirePermission(OrderPermissions.Book)]
public sealed record ResumeOrder(Guid OrderId, int Version) : ICommand;

[RequirePermission(OrderPermissions.Cancel)]
public sealed record CancelOrder(Guid OrderId, string Reason, int Version) : ICommand;

/// <summary>The reviewer has the finished work before him.</summary>
[RequirePermission(OrderPermissions.Review)]
public sealed record StartReview(Guid OrderId, int Version) : ICommand;

/// <summary>Closes proven work.</summary>
[RequirePermission(OrderPermissions.Review)]
public sealed record CloseOrder(Guid OrderId, string? Note, int Version) : ICommand;

/// <summary>The work is not proven or not done: a return visit is needed. The order goes back to its technician.</summary>
[RequirePermission(OrderPermissions.Review)]
public sealed record SendBack(Guid OrderId, string Reason, int Version) : ICommand;

/// <summary>Cannot be repaired: the next thing is an exchange or a mail-in.</summary>
[RequirePermission(OrderPermissions.Review)]
public sealed record DeclareUnfixable(Guid OrderId, string Reason, int Version) : ICommand;

/// <summary>Made by mistake; it counts in no figure. Possible until an outlet has accepted it.</summary>
[RequirePermission(OrderPermissions.Cancel)]
public sealed record VoidOrder(Guid OrderId, string Reason, int Version) : ICommand;

/// <summary>A further machine, or a further job at the same one. Possible until somebody sets out. Answers the line's id.</summary>
[RequirePermission(OrderPermissions.Intake)]
public sealed record AddOrderLine(Guid OrderId, Guid? MachineId, string JobType, int Version) : ICommand<Guid>;

/// <summary>Fills in the site's own fields of an order, also after its end: a contract number that comes late is still wanted.</summary>
[RequirePermission(OrderPermissions.Book)]
public sealed record SetOrderFields(Guid OrderId, CustomFieldInput Fields) : ICommand;

/// <summary>A new order waits for dispatch.</summary>
public sealed record OrderCreated(Guid OrderId, Guid CustomerId, Guid? RequestId) : Events.IEvent;

/// <summary>Every change of an order's state.</summary>
public sealed record OrderStateChanged(Guid OrderId, OrderState From, OrderState To, DateTime At) : Events.IEvent;

/// <summary>An outlet gave a job back.</summary>
/// <param name="Count">Refusals of this order so far.</param>
public sealed record OrderRefused(Guid OrderId, Guid OrganisationId, string ReasonCode, int Count) : Events.IEvent;

/// <summary>An outlet has said who goes; not where it names the same one again.</summary>
public sealed record TechnicianNamed(Guid OrderId, Guid TechnicianId) : Events.IEvent;

/// <summary>The job is called off, or ends in another way before the visit that the customer expects.</summary>
public sealed record OrderCancelled(Guid OrderId, Guid CustomerId) : Events.IEvent;

public sealed record AppointmentConfirmed(Guid OrderId, Guid VisitId, DateTime From, DateTime Until) : Events.IEvent;
