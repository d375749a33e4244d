using ServicePlatform.Kernel.Pipeline;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.Kernel.Events;

/// <summary>Has the current site's deliveries looked at once what was written stands.</summary>
public sealed class SiteDeliveries
{
    private readonly UnitOfWork _work;
    private readonly OutboxSignal _signal;
    private readonly SiteContext _site;

    internal SiteDeliveries(UnitOfWork work, OutboxSignal signal, SiteContext site) => (_work, _signal, _site) = (work, signal, site);

    public void RaiseAfterCommit() => _work.AfterCommit(() => _signal.Raise(_site.Id));
}
