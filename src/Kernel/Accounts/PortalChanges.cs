using ServicePlatform.Events;
using ServicePlatform.Kernel.Pipeline;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Sites;

namespace ServicePlatform.Accounts;

/// <summary>A portal that was opened, changed or closed is so at the next request.</summary>
internal sealed class PortalChanges(SiteRegistry registry, ISiteContext site, SiteWrites writes) : IEventHandler<PortalsChanged>
{
    public Task HandleAsync(PortalsChanged domainEvent, CancellationToken cancellationToken)
    {
        writes.AfterCommit(() => registry.Find(site.Id)?.Portals.Drop());
        return Task.CompletedTask;
    }
}
