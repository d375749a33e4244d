using System.Collections.Concurrent;
using System.Reflection;
using ServicePlatform.Kernel.Modules;

namespace ServicePlatform.Kernel.Plugins;

/// <summary>The plugins of the plugin folder, as they were found at the start.</summary>
public sealed class PluginHost
{
    private readonly ConcurrentDictionary<(string SiteId, string PluginId), string> _siteFaults = new();

    internal PluginHost(IReadOnlyList<Plugin> all, ModuleCatalog catalog)
    {
        All = all;
        Catalog = catalog;
    }

    /// <summary>By id, also those in quarantine.</summary>
    public IReadOnlyList<Plugin> All { get; }

    public IEnumerable<Plugin> AtWork => All.Where(plugin => plugin.Fault is null);

    internal ModuleCatalog Catalog { get; }

    public Plugin? Of(Assembly assembly) => All.FirstOrDefault(plugin => plugin.Assembly == assembly);

    /// <summary>Whose feature it is; null for the product's own.</summary>
    public Plugin? OfFeature(string feature) => Catalog.Features.TryGetValue(feature, out var known) ? Of(known.Module.Assembly) : null;

    /// <summary>Why a plugin cannot be at work in a site: its tables could not be made; null where they could.</summary>
    public string? FaultIn(string siteId, string pluginId) => _siteFaults.GetValueOrDefault((siteId, pluginId));

    /// <summary>Sites in which it cannot be at work, and why.</summary>
    public IEnumerable<(string SiteId, string Fault)> FaultsOf(string pluginId) =>
        _siteFaults.Where(fault => fault.Key.PluginId == pluginId).Select(fault => (fault.Key.SiteId, fault.Value));

    internal void SetFault(string siteId, string pluginId, string? fault)
    {
        if (fault is null)
        {
            _siteFaults.TryRemove((siteId, pluginId), out _);
        }
        else
        {
            _siteFaults[(siteId, pluginId)] = fault;
        }
    }

    /// <summary>Without the features of plugins that cannot be at work in a site, and without what needs them.</summary>
    internal IReadOnlySet<string> Without(string siteId, IReadOnlySet<string> features)
    {
        var faulty = features.Where(feature => OfFeature(feature) is { } plugin && FaultIn(siteId, plugin.Id) is not null).ToHashSet(StringComparer.Ordinal);
        return faulty.Count == 0 ? features : features.Where(feature => !Catalog.Close([feature]).Overlaps(faulty)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Takes a plugin out before anything is served.</summary>
    internal void Quarantine(Plugin plugin, Commands.Failure fault, Exception? cause, PluginFolders folders, bool hold)
    {
        plugin.Quarantine(fault, cause, hold);
        Catalog.Withdraw(plugin.Id);
        if (hold)
        {
            folders.Hold(plugin);
        }
    }
}
