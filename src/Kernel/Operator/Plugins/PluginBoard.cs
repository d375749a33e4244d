using ServicePlatform.Commands;
using ServicePlatform.Data.Host;
using ServicePlatform.Kernel.Localization;
using ServicePlatform.Kernel.Plugins;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Sites;

namespace ServicePlatform.Operator.Plugins;

internal enum PluginState
{
    AtWork,

    /// <summary>It could work, but no site has it on.</summary>
    Off,

    /// <summary>After failures, for a while.</summary>
    Resting,

    Quarantined,

    /// <summary>It comes in at the next start.</summary>
    Waiting,
}

/// <param name="Next">What the next start does with it: the version that comes in, that it goes, or that it is tried again; null for nothing.</param>
/// <param name="Sites">Names of the sites that have it on.</param>
internal sealed record PluginLine(string Id, string Name, string Version, PluginState State, string? Next, IReadOnlyList<string> Sites, PluginFigures Figures, bool IsSuspect);

/// <param name="Fault">Why it cannot be at work there; null where it can.</param>
internal sealed record PluginSite(string Id, string Name, bool IsOn, bool MaySwitch, string? Fault);

internal sealed record PluginPage(PluginLine Line, Plugin? Plugin, string? Fault, string Purpose, IReadOnlyList<PluginSite> Sites, bool IsToGo, bool IsReleased, bool HasWaiting);

/// <summary>What the operator reads of the plugins.</summary>
internal sealed class PluginBoard(PluginHost plugins, PluginPackages packages, SiteRegistry registry, ModuleTexts words, IFailureText failures, IClock clock, Microsoft.Extensions.Localization.IStringLocalizer<Texts> texts)
{
    public IReadOnlyList<PluginLine> Read()
    {
        var waiting = packages.Waiting();
        return
        [
            .. plugins.All.Select(plugin => Line(plugin, waiting)),
            .. waiting.Where(manifest => plugins.All.All(plugin => plugin.Id != manifest.Id))
                .Select(manifest => new PluginLine(manifest.Id, manifest.Name ?? manifest.Id, manifest.Version, PluginState.Waiting, null, [], new PluginFigures(0, 0, 0, 0, TimeSpan.Zero, 0), false)),
        ];
    }

    /// <summary>Whether anything is done only at the next start.</summary>
    public bool NeedsRestart => Read().Any(line => line.State == PluginState.Waiting || line.Next is not null);

    public PluginPage? Find(string id)
    {
        if (Read().FirstOrDefault(line => line.Id == id) is not { } line)
        {
            return null;
        }

        var plugin = plugins.All.FirstOrDefault(known => known.Id == id);
        return new PluginPage(
            line,
            plugin,
            plugin?.Fault is { } fault ? failures.Describe(fault) : null,
            words.Find($"Feature.{id}.Description") ?? "",
            plugin is null or { Fault: not null } ? [] : SitesOf(plugin),
            packages.IsToGo(id),
            plugin is not null && packages.IsReleased(plugin),
            packages.Waiting().Any(waiting => waiting.Id == id));
    }

    private List<PluginSite> SitesOf(Plugin plugin) => registry.All
        .Where(site => !site.Row.IsOperatorArea)
        .OrderBy(site => site.Row.CreatedAt)
        .Select(site => new PluginSite(site.Id, site.Row.Name, site.Features.Contains(plugin.Id), site is { Fault: null, Row.State: SiteState.Running }, plugins.FaultIn(site.Id, plugin.Id)))
        .ToList();

    private PluginLine Line(Plugin plugin, IReadOnlyList<PluginManifest> waiting)
    {
        var sites = registry.All.Where(site => site.Features.Contains(plugin.Id)).Select(site => site.Row.Name).Order(StringComparer.CurrentCulture).ToList();
        var state = plugin.Fault is not null ? PluginState.Quarantined
            : plugin.Health.IsResting(clock.UtcNow) ? PluginState.Resting
            : sites.Count == 0 ? PluginState.Off
            : PluginState.AtWork;
        string? next = packages.IsToGo(plugin.Id) && waiting.All(coming => coming.Id != plugin.Id) ? texts["Plugins.Goes"].Value
            : waiting.FirstOrDefault(coming => coming.Id == plugin.Id) is { } newer ? texts["Plugins.Comes", newer.Version].Value
            : packages.IsReleased(plugin) ? texts["Plugins.TriedAgain"].Value
            : null;
        return new PluginLine(plugin.Id, plugin.Name, plugin.Version, state, next, sites, plugin.Health.Figures, plugin.Health.Spinning is not null || plugin.Health.Growing is not null || plugin.Health.Stuck is not null);
    }
}
