using System.Reflection;
using ServicePlatform.Kernel.Plugins;
using ServicePlatform.Modules;

namespace ServicePlatform.Kernel.Modules;

/// <summary>A unit that a site switches on or off.</summary>
public sealed record FeatureInfo(string Id, ModuleInfo Module, IReadOnlyList<string> Dependencies, bool AlwaysEnabled)
{
    /// <summary>Only the operator's area can have it.</summary>
    public bool OperatorAreaOnly { get; init; }
}

public sealed record ModuleInfo(string Id, int Floor, string Version, Assembly Assembly);

public sealed record ThemeInfo(string Id, string? Parent, string? Tokens, Assembly Assembly);

/// <summary>All modules, features and themes of the host: those that it was built with and the plugins that were found at the start. Fixed once it serves.</summary>
public sealed class ModuleCatalog
{
    public const string DefaultTheme = "Clear";

    private readonly Dictionary<string, FeatureInfo> _features = new(StringComparer.Ordinal);
    private readonly Dictionary<Assembly, ModuleInfo> _byAssembly = [];
    private readonly Dictionary<string, ThemeInfo> _themes = new(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">Two modules share an id, or a feature needs one that is not there or stands on a higher floor.</exception>
    public ModuleCatalog(IEnumerable<Assembly> assemblies)
    {
        foreach (var assembly in assemblies)
        {
            if (assembly.GetCustomAttribute<ThemeAttribute>() is { } theme)
            {
                _themes.Add(theme.Id, new ThemeInfo(theme.Id, theme.Parent, theme.Tokens, assembly));
            }

            if (assembly.GetCustomAttribute<ModuleAttribute>() is { } manifest)
            {
                Add(assembly, manifest);
            }
        }

        Modules = Sorted();
        foreach (var feature in _features.Values)
        {
            foreach (var needed in feature.Dependencies)
            {
                if (!_features.TryGetValue(needed, out var other) || other.Module.Floor > feature.Module.Floor)
                {
                    throw new InvalidOperationException($"The feature '{feature.Id}' needs '{needed}', which is not there or stands on a higher floor.");
                }
            }
        }
    }

    /// <summary>Lower floors first.</summary>
    public IReadOnlyList<ModuleInfo> Modules { get; private set; }

    public IReadOnlyDictionary<string, FeatureInfo> Features => _features;

    public IReadOnlyDictionary<string, ThemeInfo> Themes => _themes;

    /// <summary>The theme, then its parents; nothing for a theme that is not installed.</summary>
    public IReadOnlyList<ThemeInfo> ThemeLine(string theme)
    {
        var line = new List<ThemeInfo>();
        for (var next = _themes.GetValueOrDefault(theme); next is not null && !line.Contains(next); next = next.Parent is null ? null : _themes.GetValueOrDefault(next.Parent))
        {
            line.Add(next);
        }

        return line;
    }

    /// <summary>Style sheets with a theme's tokens, its parents' first. A theme that is not installed looks like the default one.</summary>
    public IReadOnlyList<string> StylesOf(string theme)
    {
        var line = ThemeLine(theme) is { Count: > 0 } found ? found : ThemeLine(DefaultTheme);
        return [.. line.Select(known => known.Tokens).OfType<string>().Reverse()];
    }

    public ModuleInfo? ModuleOf(Assembly assembly) => _byAssembly.GetValueOrDefault(assembly);

    /// <summary>The module that offers a contract's implementation, also where that of a plugin stands behind a guard.</summary>
    public ModuleInfo? OwnerOf(object service) => ModuleOf(GuardedContract.TypeOf(service).Assembly);

    /// <summary>The feature that a type belongs to; null for a type outside modules.</summary>
    public string? FeatureOf(Type type) =>
        type.GetCustomAttribute<OfFeatureAttribute>()?.Id ?? ModuleOf(type.Assembly)?.Id;

    /// <summary>The features together with all that they need and those that are always on.</summary>
    public IReadOnlySet<string> Close(IEnumerable<string> features)
    {
        var closed = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(features.Concat(_features.Values.Where(feature => feature.AlwaysEnabled).Select(feature => feature.Id)));
        while (open.TryPop(out var id))
        {
            if (_features.TryGetValue(id, out var feature) && closed.Add(id))
            {
                foreach (var needed in feature.Dependencies)
                {
                    open.Push(needed);
                }
            }
        }

        return closed;
    }

    /// <summary>Enabled features that need this one, directly or not.</summary>
    public IReadOnlyList<string> Dependents(string featureId, IReadOnlySet<string> enabled) =>
        enabled.Where(id => id != featureId && Close([id]).Contains(featureId)).Order(StringComparer.Ordinal).ToList();

    /// <summary>The first feature that a plugin needs and that is not there; null where all are.</summary>
    internal string? Missing(Assembly plugin)
    {
        var own = plugin.GetCustomAttributes<FeatureAttribute>().Select(feature => feature.Id).Append(plugin.GetCustomAttribute<ModuleAttribute>()!.Id).ToHashSet(StringComparer.Ordinal);
        return plugin.GetCustomAttribute<ModuleAttribute>()!.Dependencies.Concat(plugin.GetCustomAttributes<FeatureAttribute>().SelectMany(feature => feature.Dependencies))
            .FirstOrDefault(needed => !own.Contains(needed) && !_features.ContainsKey(needed));
    }

    /// <summary>Takes a plugin in while the host starts.</summary>
    /// <returns>The feature of it whose id is taken, in which case nothing has changed; null where it is in.</returns>
    internal string? Admit(Assembly plugin)
    {
        var manifest = plugin.GetCustomAttribute<ModuleAttribute>()!;
        var features = plugin.GetCustomAttributes<FeatureAttribute>().Select(feature => feature.Id).Append(manifest.Id).ToList();
        if (features.Find(feature => _features.ContainsKey(feature) || features.Count(other => other == feature) > 1) is { } taken)
        {
            return taken;
        }

        Add(plugin, manifest);
        Modules = Sorted();
        return null;
    }

    /// <summary>Takes a plugin out again before the host serves.</summary>
    internal void Withdraw(string id)
    {
        if (Modules.FirstOrDefault(module => module.Id == id) is { } module)
        {
            _byAssembly.Remove(module.Assembly);
            foreach (var feature in _features.Values.Where(feature => feature.Module == module).ToList())
            {
                _features.Remove(feature.Id);
            }

            Modules = Sorted();
        }
    }

    private List<ModuleInfo> Sorted() => [.. _byAssembly.Values.OrderBy(module => module.Floor).ThenBy(module => module.Id, StringComparer.Ordinal)];

    private void Add(Assembly assembly, ModuleAttribute manifest)
    {
        var module = new ModuleInfo(manifest.Id, manifest.Floor, manifest.Version, assembly);
        _byAssembly.Add(assembly, module);
        AddFeature(new FeatureInfo(manifest.Id, module, manifest.Dependencies, manifest.AlwaysEnabled) { OperatorAreaOnly = manifest.OperatorAreaOnly });
        foreach (var feature in assembly.GetCustomAttributes<FeatureAttribute>())
        {
            AddFeature(new FeatureInfo(feature.Id, module, [manifest.Id, .. feature.Dependencies], AlwaysEnabled: false) { OperatorAreaOnly = manifest.OperatorAreaOnly });
        }
    }

    private void AddFeature(FeatureInfo feature)
    {
        if (!_features.TryAdd(feature.Id, feature))
        {
            throw new InvalidOperationException($"Two features have the id '{feature.Id}'.");
        }
    }
}
