using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Devices.Contracts;

namespace ServicePlatform.WorkOrders.Queries;

/// <summary>What can be done now and, where it cannot, why: the same failure that the command would give.</summary>
/// <param name="MayAct">False where the actor lacks the permission for it.</param>
internal sealed record ActionView<TAction>(TAction Action, bool MayAct, Failure? Why)
    where TAction : struct, Enum
{
    public bool IsAllowed => MayAct && Why is null;
}

/// <summary>The customer as far as the actor may see him now.</summary>
/// <param name="IsClear">True where nothing is masked; otherwise phones and address are shown one by one on the customer's page.</param>
/// <param name="JobPhone">The number that was given for this job, where it is another one.</param>
/// <param name="Address">Where the work is; null where none is recorded.</param>
/// <param name="DivisionName">Of the address, from the province down.</param>
internal sealed record JobContact(
    Guid CustomerId,
    string CustomerNumber,
    string Name,
    string Greeting,
    bool IsClear,
    IReadOnlyList<PhoneView> Phones,
    PhoneView? JobPhone,
    AddressView? Address,
    string? DivisionName,
    bool IsElderly,
    ContactChannel PreferredChannel,
    string Level);

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
