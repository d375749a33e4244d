using ServicePlatform.Commands;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Security;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Orders.Queries;

/// <summary>Outlets that could take the order, best first, then those that cannot with why.</summary>
[RequirePermission(OrderPermissions.Dispatch)]
internal sealed record OutletChoices(Guid OrderId) : IQuery<IReadOnlyList<OutletChoice>>;

/// <param name="CodePrefix">The area's code that matched, or null where none of its areas holds the place.</param>
/// <param name="IsPrimary">The primary outlet of the county.</param>
/// <param name="KnowsMachine">It has served this machine before.</param>
/// <param name="OpenOrders">Orders that it has and has not finished.</param>
/// <param name="Technicians">Active technicians.</param>
/// <param name="SkilledTechnicians">Those of them with the skill for this job.</param>
/// <param name="Refusals">Orders refused in the last 90 days.</param>
/// <param name="Assignments">Orders given to it in the last 90 days.</param>
/// <param name="Reasons">Why it stands where it stands; the words are the texts <c>OutletReason.{code}</c>.</param>
/// <param name="Excluded">Why it cannot have it (<c>OutletExcluded.{code}</c>), or null.</param>
internal sealed record OutletChoice(
    Guid OrganisationId,
    string Name,
    OrganisationOwnership Ownership,
    string? CodePrefix,
    bool IsPrimary,
    bool KnowsMachine,
    int OpenOrders,
    int Technicians,
    int SkilledTechnicians,
    int Refusals,
    int Assignments,
    IReadOnlyList<string> Reasons,
    string? Excluded);

/// <summary>Technicians that may be named for the order: those of its holder and below it.</summary>
[RequirePermission(OrderPermissions.RunOutlet)]
internal sealed record TechnicianChoices(Guid OrderId) : IQuery<IReadOnlyList<TechnicianChoice>>;

/// <param name="HasSkill">He has the skill for this kind of job and machine.</param>
/// <param name="OpenVisits">Visits planned or under way.</param>
/// <param name="VisitsThatDay">Of these, on the day of the appointment (today where there is none).</param>
/// <param name="Windows">Of the visits of that day, the earliest first.</param>
/// <param name="IsBusy">One of them is confirmed and overlaps the appointment of the order, which is confirmed too.</param>
/// <param name="InCompoundThatDay">One of these is in the same residential compound.</param>
internal sealed record TechnicianChoice(
    Guid TechnicianId,
    string Name,
    string OutletName,
    bool HasSkill,
    int OpenVisits,
    int VisitsThatDay,
    IReadOnlyList<TakenWindow> Windows,
    bool IsBusy,
    bool InCompoundThatDay,
    bool IsNamed);

/// <summary>Windows that the technician of an order has on his hands from today on, the earliest first; empty where none is named.</summary>
[RequirePermission(OrderPermissions.Book)]
internal sealed record TechnicianLoad(Guid OrderId) : IQuery<IReadOnlyList<TakenWindow>>;

/// <param name="From">UTC.</param>
/// <param name="IsConfirmed">The customer counts on it; else it is only proposed.</param>
internal sealed record TakenWindow(DateTime From, DateTime Until, bool IsConfirmed)
{
    public bool Overlaps(DateTime from, DateTime until) => IsConfirmed && From < until && Until > from;
}
