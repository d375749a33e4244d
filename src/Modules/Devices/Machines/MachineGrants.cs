using ServicePlatform.Data;
using ServicePlatform.Security;

namespace ServicePlatform.Devices.Machines;

/// <summary>Lets those who sold or installed a machine see it and its customer.</summary>
internal sealed class MachineGrants(IAccessGrants grants, IActorContext actors)
{
    /// <summary>Kind of customers in grants.</summary>
    public const string CustomerKind = "customer";

    /// <summary>The seller; where no seller is named, the organisation that registers the machine.</summary>
    public async Task OfSaleAsync(Machine machine, CancellationToken cancellationToken)
    {
        var seller = machine.SoldByPath ?? (actors.Current.SeesEverything ? null : actors.Current.ScopePath);
        if (seller is not null)
        {
            await BothAsync(machine, seller, GrantReason.Sale, machine.Id, cancellationToken);
        }
    }

    public Task OfInstallationAsync(Machine machine, string organisationPath, Guid visitId, CancellationToken cancellationToken) =>
        BothAsync(machine, organisationPath, GrantReason.Installation, visitId, cancellationToken);

    private async Task BothAsync(Machine machine, string organisationPath, GrantReason reason, Guid cause, CancellationToken cancellationToken)
    {
        await grants.GrantAsync(machine.Subject, organisationPath, reason, cause, cancellationToken);
        await grants.GrantAsync(new Subject(CustomerKind, machine.CustomerId), organisationPath, reason, cause, cancellationToken);
    }
}
