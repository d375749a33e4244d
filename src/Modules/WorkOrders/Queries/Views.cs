using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Geography;

namespace ServicePlatform.WorkOrders.Queries;

/// <summary>What can be done now and, where it cannot, why: the same failure that the command would give.</summary>
/// <param name="MayAct">False where the actor lacks the permission for it.</param>
internal sealed record ActionView<TAction>(TAction Action, bool MayAct, Failure? Why)
    where TAction : struct, Enum
{
    public bool IsAllowed => MayAct && Why is null;
}

/// <summary>The customer as far as the actor may see him now.</summary>
/// <param name="Phone">E.164 to call, or null where only the masked one may be seen.</param>
/// <param name="PhoneText">For people; masked where <paramref name="Phone"/> is null.</param>
internal sealed record ContactView(
    Guid CustomerId,
    string CustomerNumber,
    string Name,
    string Greeting,
    string? Phone,
    string? PhoneText,
    bool IsElderly,
    ContactChannel PreferredChannel,
    string Level,
    PlaceView? Place);

/// <param name="DivisionName">From the province down.</param>
/// <param name="Text">Whole address; only the division where the actor may not see more.</param>
internal sealed record PlaceView(Guid AddressId, string DivisionCode, string DivisionName, string? CompoundName, string Text, GeoPoint? Position);

/// <param name="Filters">By position.</param>
internal sealed record MachineView(
    Guid Id,
    string ModelName,
    string? Serial,
    string CategoryCode,
    MachineStatus Status,
    bool IsOrphan,
    DateOnly? InstalledOn,
    IReadOnlyList<FilterState> Filters);
