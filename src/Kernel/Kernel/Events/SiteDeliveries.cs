using ServicePlatform.Kernel.Pipeline;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.Kernel.Events;

/// <summary>Has the current site's deliveries looked at once what was written stands.</summary>
public sealed class SiteDeliveries
{
    private readonly UnitOfWork _work;
    private readonly OutboxSignal _inside;
    private readonly OutsideSignal _outside;
    private readonly SiteContext _site;

    internal SiteDeliveries(UnitOfWork work, OutboxSignal inside, OutsideSignal outside, SiteContext site) => (_work, _inside, _outside, _site) = (work, inside, outside, site);

    /// <summary>Events for listeners inside the product.</summary>
    public void RaiseAfterCommit() => Raise(_inside);

    /// <summary>What leaves the product.</summary>
    public void RaiseOutsideAfterCommit() => Raise(_outside);

    private void Raise(SiteSignal signal) => _work.AfterCommit(() => signal.Raise(_site.Id));
}
