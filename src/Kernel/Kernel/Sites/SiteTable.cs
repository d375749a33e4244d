using System.Collections.Immutable;

namespace ServicePlatform.Kernel.Sites;

/// <summary>All sites at one moment, and who of them answers at which address.</summary>
internal sealed class SiteTable
{
    private readonly ImmutableArray<Entry> _entries;

    private SiteTable(ImmutableDictionary<string, SiteRuntime> byId)
    {
        ById = byId;
        _entries = byId.Values
            .SelectMany(site => (site.Hosts.Count == 0 ? [""] : site.Hosts).Select(host => new Entry(host, site.Row.Prefix, site)))
            .OrderByDescending(entry => entry.Host.Length > 0)
            .ThenByDescending(entry => entry.Prefix.Length)
            .ToImmutableArray();
    }

    public static SiteTable Empty { get; } = new(ImmutableDictionary<string, SiteRuntime>.Empty);

    public ImmutableDictionary<string, SiteRuntime> ById { get; }

    public SiteRuntime? Find(string host, string firstSegment) =>
        _entries.Where(entry => entry.Matches(host, firstSegment)).Select(entry => entry.Site).FirstOrDefault();

    public SiteTable With(SiteRuntime runtime) => new(ById.SetItem(runtime.Id, runtime));

    public SiteTable Without(string siteId) => new(ById.Remove(siteId));

    private sealed record Entry(string Host, string Prefix, SiteRuntime Site)
    {
        public bool Matches(string host, string firstSegment) =>
            (Host.Length == 0 || string.Equals(Host, host, StringComparison.OrdinalIgnoreCase))
            && (Prefix.Length == 0 || string.Equals(Prefix, firstSegment, StringComparison.OrdinalIgnoreCase));
    }
}
