using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Events;
using ServicePlatform.Network.Contracts;

namespace ServicePlatform.Messaging.Sending;

/// <summary>A node of the tree was moved: it goes on seeing the messages of its jobs.</summary>
internal sealed class FollowMovedOrganisation(ISiteDb db) : IEventHandler<OrganisationMoved>
{
    public async Task HandleAsync(OrganisationMoved domainEvent, CancellationToken cancellationToken)
    {
        var (low, high) = OrganisationPaths.Range(domainEvent.OldPath);
        var (newPath, rest) = (domainEvent.NewPath, domainEvent.OldPath.Length);
        await db.Unscoped<Message>("paths follow the tree, whoever sees the rows")
            .Where(message => string.Compare(message.OrganisationPath, low) >= 0 && string.Compare(message.OrganisationPath, high) < 0)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.OrganisationPath, message => newPath + message.OrganisationPath!.Substring(rest)), cancellationToken);
    }
}
