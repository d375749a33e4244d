using ServicePlatform.Commands;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Geography;
using ServicePlatform.Security;

namespace ServicePlatform.WorkOrders.Contracts;

/// <summary>
/// What a technician does at a visit that he is named for. Each act carries the time on his device (<c>At</c>, UTC); the server's
/// time is kept beside it. An act in the future or before the visit was made is refused.
/// </summary>
[RequirePermission(OrderPermissions.Work)]
public sealed record StartTravel(Guid VisitId, DateTime At) : ICommand;

public enum ArrivalOutcome
{
    Validated,
    TooFar,
    Inaccurate,
    Offline,
    Skipped,
}

/// <summary>Confirms arrival. A position too far from the customer's never blocks the work; it is flagged.</summary>
/// <param name="AccuracyMetres">As the device reports it; null where there is no fix.</param>
[RequirePermission(OrderPermissions.Work)]
public sealed record ConfirmArrival(Guid VisitId, DateTime At, GeoPoint? Position, double? AccuracyMetres) : ICommand<ArrivalOutcome>;

/// <summary>Begins the work: the procedure that holds is copied into the visit.</summary>
[RequirePermission(OrderPermissions.Work)]
public sealed record StartWork(Guid VisitId, DateTime At) : ICommand;

/// <summary>
/// Finishes one step with what its kind asks for. Flush steps are done in order, each for its minimum. A reading outside the
/// limits needs a remedy.
/// </summary>
/// <param name="Value">For a reading.</param>
/// <param name="Text">For a text, and the remedy of a reading outside the limits.</param>
/// <param name="Minutes">For a flush.</param>
[RequirePermission(OrderPermissions.Work)]
public sealed record CompleteStep(Guid VisitId, string StepCode, DateTime At, double? Value, string? Text, int? Minutes) : ICommand;

/// <summary>Adds a photo to the visit, and to a photo step if one is named. Answers the file's id.</summary>
/// <param name="Content">JPEG, PNG or WebP.</param>
[RequirePermission(OrderPermissions.Work)]
public sealed record AddVisitPhoto(Guid VisitId, string? StepCode, string? Angle, DateTime At, string FileName, Stream Content) : ICommand<Guid>;

/// <summary>Says that the filter at a position was changed; said again, it corrects what was said.</summary>
/// <param name="MachineId">Null for the visit's first machine.</param>
[RequirePermission(OrderPermissions.Work)]
public sealed record ChangeFilter(Guid VisitId, int Position, string? Serial, DateTime At, Guid? MachineId = null) : ICommand;

/// <summary>The customer signs by drawing his name (PNG). The typed name says who; it does not stand for the drawing.</summary>
[RequirePermission(OrderPermissions.Work)]
public sealed record SignVisit(Guid VisitId, string SignerName, DateTime At, Stream? Drawing) : ICommand;

/// <summary>
/// Takes the signature of the visit that is being worked on back: the technician can correct what was done, and the customer signs again.
/// </summary>
/// <param name="Version">Of the order.</param>
[RequirePermission(OrderPermissions.VoidSignature)]
public sealed record VoidSignature(Guid OrderId, string Reason, int Version) : ICommand;

/// <summary>Ends the visit; every mandatory step must be done and the visit signed.</summary>
[RequirePermission(OrderPermissions.Work)]
public sealed record FinishVisit(Guid VisitId, DateTime At, string? Finding, string Conclusion) : ICommand;

/// <summary>Nobody opened. Possible only after arrival; counts as an attempted visit and pauses the order.</summary>
[RequirePermission(OrderPermissions.Work)]
public sealed record ReportNobodyHome(Guid VisitId, DateTime At, string? Note) : ICommand;

/// <summary>The work could not be finished; the lines that are not done go to the next visit.</summary>
[RequirePermission(OrderPermissions.Work)]
public sealed record LeaveIncomplete(Guid VisitId, DateTime At, PauseReason Reason, string Note) : ICommand;

/// <summary>A visit has ended well.</summary>
public sealed record VisitFinished(Guid VisitId, Guid OrderId, Guid? MachineId, Guid CustomerId, string JobType, DateTime At) : Events.IEvent;

/// <summary>A technician set out.</summary>
public sealed record TravelStarted(Guid VisitId, Guid OrderId, Guid CustomerId) : Events.IEvent;

/// <summary>A technician is at the customer's address.</summary>
public sealed record TechnicianArrived(Guid VisitId, Guid OrderId, Guid CustomerId) : Events.IEvent;

/// <summary>A technician stood before a closed door.</summary>
public sealed record NobodyHomeReported(Guid VisitId, Guid OrderId, Guid CustomerId) : Events.IEvent;

/// <summary>One reading of a visit, with the limits that held.</summary>
public sealed record VisitReading(string StepCode, string Title, ReadingKind Kind, double Value, string? Unit, double? Minimum, double? Maximum, string? Remedy);
