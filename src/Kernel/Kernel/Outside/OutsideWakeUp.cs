using ServicePlatform.Kernel.Events;
using ServicePlatform.Kernel.Pipeline;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.Kernel.Outside;

/// <summary>Has the current site's deliveries to the outside looked at once what was written stands.</summary>
public sealed class OutsideWakeUp
{
    private readonly UnitOfWork _work;
    private readonly OutsideSignal _signal;
    private readonly SiteContext _site;

    internal OutsideWakeUp(UnitOfWork work, OutsideSignal signal, SiteContext site) => (_work, _signal, _site) = (work, signal, site);

    public void AfterCommit() => _work.AfterCommit(() => _signal.Raise(_site.Id));
}
