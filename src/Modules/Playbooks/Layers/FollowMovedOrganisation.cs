using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Events;
using ServicePlatform.Network.Contracts;

namespace ServicePlatform.Playbooks.Layers;

/// <summary>A node of the tree was moved: what it adds to procedures goes on to hold for its jobs.</summary>
internal sealed class FollowMovedOrganisation(ISiteDb db) : IEventHandler<OrganisationMoved>
{
    public async Task HandleAsync(OrganisationMoved domainEvent, CancellationToken cancellationToken)
    {
        var (low, high) = OrganisationPaths.Range(domainEvent.OldPath);
        var (newPath, rest) = (domainEvent.NewPath, domainEvent.OldPath.Length);
        var (oldKey, newKey) = (ProcedureLayer.PathInKey(domainEvent.OldPath), ProcedureLayer.PathInKey(newPath));
        await db.Unscoped<ProcedureLayer>("paths follow the tree, whoever sees the rows")
            .Where(layer => string.Compare(layer.OrganisationPath, low) >= 0 && string.Compare(layer.OrganisationPath, high) < 0)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(layer => layer.OrganisationPath, layer => newPath + layer.OrganisationPath!.Substring(rest))
                    .SetProperty(layer => layer.ScopeKey, layer => layer.ScopeKey.Replace(oldKey, newKey)),
                cancellationToken);
    }
}
