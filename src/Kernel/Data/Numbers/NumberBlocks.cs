using System.Collections.Concurrent;

namespace ServicePlatform.Data.Numbers;

/// <summary>
/// Numbers that this process has reserved, by site and series. One for the whole host. What is lost with the process
/// is a gap. Only committed reservations may be put in: one that is rolled back would be handed out twice.
/// </summary>
internal sealed class NumberBlocks
{
    private readonly ConcurrentDictionary<string, SiteBlocks> _sites = new(StringComparer.Ordinal);

    public SiteBlocks Of(string siteId) => _sites.GetOrAdd(siteId, _ => new SiteBlocks());

    /// <summary>Forgets what is reserved for a site: after its database was restored or replaced, the old blocks may be taken there.</summary>
    public void Forget(string siteId) => _sites.TryRemove(siteId, out _);
}
