using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Commands;
using ServicePlatform.Data.Providers;
using ServicePlatform.Kernel.Modules;
using ServicePlatform.Modules;

namespace ServicePlatform.Kernel.Plugins;

/// <summary>
/// Takes the plugins of a folder in: reads, checks, loads and asks them for their services. Whatever goes wrong with one is its own
/// misfortune: it is put in quarantine with the reason, and the host goes on.
/// </summary>
internal sealed class PluginLoader(ModuleCatalog catalog, PluginFolders folders, PluginOptions options, IDatabaseProvider provider)
{
    private const int PluginFloor = 100;

    public PluginHost Load()
    {
        folders.Settle();
        var plugins = new List<Plugin>();
        foreach (var folder in folders.Plugins())
        {
            plugins.Add(Take(folder, plugins));
        }

        Admit(plugins);
        foreach (var plugin in plugins.Where(plugin => plugin.Fault is null))
        {
            Stage(plugin);
        }

        // What needs a plugin that has just failed cannot be at work either.
        while (plugins.Find(plugin => plugin.Fault is null && catalog.Missing(plugin.Assembly!) is not null) is { } orphan)
        {
            orphan.Quarantine(Failure.Unavailable("kernel.plugin-needs", catalog.Missing(orphan.Assembly!)!));
            catalog.Withdraw(orphan.Id);
        }

        return new PluginHost(plugins, catalog);
    }

    private Plugin Take(string folder, List<Plugin> others)
    {
        var id = Path.GetFileName(folder);
        PluginManifest? manifest = null;
        Failure? fault;
        try
        {
            (manifest, fault) = Read(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            fault = Failure.Unavailable("kernel.plugin-manifest", exception.Message);
        }

        var plugin = new Plugin(id, folder, manifest);
        fault ??= manifest!.Id != id ? Failure.Unavailable("kernel.plugin-folder", manifest.Id, id)
            : others.Exists(other => string.Equals(other.Id, id, StringComparison.OrdinalIgnoreCase)) || catalog.Modules.Any(module => string.Equals(module.Id, id, StringComparison.OrdinalIgnoreCase)) ? Failure.Unavailable("kernel.plugin-taken", id)
            : !manifest.IsFor(PluginManifest.Offered) ? Failure.Unavailable("kernel.plugin-version", manifest.Contracts, PluginManifest.Offered)
            : !File.Exists(AssemblyFile(plugin)) ? Failure.Unavailable("kernel.plugin-no-assembly", manifest.Assembly + ".dll")
            : null;
        if (fault is not null)
        {
            plugin.Quarantine(fault);
        }
        else if (folders.HeldFor(id) is { } held)
        {
            plugin.Quarantine(held.Fault, hold: true);
        }
        else if (folders.HasDied(id))
        {
            plugin.Quarantine(Failure.Unavailable("kernel.plugin-died"), hold: true);
            folders.Hold(plugin);
            folders.SetStarted(id);
        }
        else
        {
            Load(plugin, others);
        }

        return plugin;
    }

    private static (PluginManifest? Manifest, Failure? Fault) Read(string folder)
    {
        var file = Path.Combine(folder, PluginManifest.File);
        if (!File.Exists(file))
        {
            return (null, Failure.Unavailable("kernel.plugin-no-manifest"));
        }

        using var content = File.OpenRead(file);
        var read = PluginManifest.Read(content);
        return read.Succeeded ? (read.Value, null) : (null, read.Failure);
    }

    private void Load(Plugin plugin, List<Plugin> others)
    {
        folders.SetStarting(plugin.Id);
        try
        {
            Failure? fault = null;
            Bounded.Run(options.StartLimit, () =>
            {
                var assembly = new PluginLoadContext(plugin.Id, AssemblyFile(plugin)).LoadFromAssemblyPath(AssemblyFile(plugin));
                fault = others.Exists(other => other.Assembly?.GetName().Name == assembly.GetName().Name) || catalog.Modules.Any(module => module.Assembly.GetName().Name == assembly.GetName().Name)
                    ? Failure.Unavailable("kernel.plugin-assembly-taken", assembly.GetName().Name!)
                    : PluginChecks.Of(plugin, assembly, PluginFloor, catalog, provider);
                plugin.Assembly = assembly;
            });
            if (fault is not null)
            {
                plugin.Quarantine(fault);
            }
        }
        catch (TimeoutException exception)
        {
            plugin.Quarantine(Failure.Unavailable("kernel.plugin-start-slow", options.StartLimit.TotalSeconds), exception, hold: true);
            folders.Hold(plugin);
        }
        catch (ReflectionTypeLoadException exception)
        {
            plugin.Quarantine(Failure.Unavailable("kernel.plugin-load", exception.LoaderExceptions.FirstOrDefault()?.Message ?? exception.Message), exception);
        }
        catch (Exception exception)
        {
            plugin.Quarantine(Failure.Unavailable("kernel.plugin-load", exception.GetBaseException().Message), exception);
        }
        finally
        {
            folders.SetStarted(plugin.Id);
        }
    }

    /// <summary>One after the other, as their features need each other.</summary>
    private void Admit(List<Plugin> plugins)
    {
        var waiting = plugins.Where(plugin => plugin.Fault is null).ToList();
        while (waiting.Find(plugin => catalog.Missing(plugin.Assembly!) is null) is { } ready)
        {
            waiting.Remove(ready);
            if (catalog.Admit(ready.Assembly!) is { } taken)
            {
                ready.Quarantine(Failure.Unavailable("kernel.plugin-feature-taken", taken));
            }
        }

        waiting.ForEach(plugin => plugin.Quarantine(Failure.Unavailable("kernel.plugin-needs", catalog.Missing(plugin.Assembly!)!)));
    }

    private void Stage(Plugin plugin)
    {
        folders.SetStarting(plugin.Id);
        try
        {
            Bounded.Run(options.StartLimit, () =>
            {
                foreach (var type in plugin.Assembly!.GetTypes().Where(type => type.IsSubclassOf(typeof(StartupBase)) && !type.IsAbstract))
                {
                    var startup = (StartupBase)Activator.CreateInstance(type)!;
                    var services = new ServiceCollection();
                    startup.ConfigureServices(services);
                    FeatureServices.Check(startup, services, catalog);
                    plugin.Staged.Add((startup, services));
                }
            });
            plugin.Staged.Sort((one, other) => one.Startup.Order.CompareTo(other.Startup.Order));
        }
        catch (Exception exception)
        {
            var fault = exception is TimeoutException ? Failure.Unavailable("kernel.plugin-start-slow", options.StartLimit.TotalSeconds) : Failure.Unavailable("kernel.plugin-start", exception.GetBaseException().Message);
            plugin.Quarantine(fault, exception, hold: true);
            folders.Hold(plugin);
            catalog.Withdraw(plugin.Id);
        }
        finally
        {
            folders.SetStarted(plugin.Id);
        }
    }

    private static string AssemblyFile(Plugin plugin) => Path.Combine(plugin.Folder, plugin.Manifest!.Assembly + ".dll");
}
