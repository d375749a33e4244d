using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Events;
using ServicePlatform.Network.Contracts;

namespace ServicePlatform.Devices.Machines;

/// <summary>A node of the tree was moved: machines still name who sold and installed them.</summary>
internal sealed class FollowMovedOrganisation(ISiteDb db) : IEventHandler<OrganisationMoved>
{
    private const string Because = "paths follow the tree, whoever sees the rows";

    public async Task HandleAsync(OrganisationMoved domainEvent, CancellationToken cancellationToken)
    {
        var (low, high) = OrganisationPaths.Range(domainEvent.OldPath);
        var (newPath, rest) = (domainEvent.NewPath, domainEvent.OldPath.Length);
        await db.Unscoped<Machine>(Because)
            .Where(machine => string.Compare(machine.SoldByPath, low) >= 0 && string.Compare(machine.SoldByPath, high) < 0)
            .ExecuteUpdateAsync(set => set.SetProperty(machine => machine.SoldByPath, machine => newPath + machine.SoldByPath!.Substring(rest)), cancellationToken);
        await db.Unscoped<Machine>(Because)
            .Where(machine => string.Compare(machine.InstalledByPath, low) >= 0 && string.Compare(machine.InstalledByPath, high) < 0)
            .ExecuteUpdateAsync(set => set.SetProperty(machine => machine.InstalledByPath, machine => newPath + machine.InstalledByPath!.Substring(rest)), cancellationToken);
    }
}
