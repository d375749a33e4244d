using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Data.Providers;
using ServicePlatform.Kernel.Events;
using ServicePlatform.Kernel.Modules;
using ServicePlatform.Kernel.Pipeline;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.Kernel.Plugins;

internal static class PluginServices
{
    /// <summary>Takes the plugins of the data folder into the catalogue, before anything is made of it.</summary>
    public static PluginHost AddPlugins(this WebApplicationBuilder builder, ModuleCatalog catalog)
    {
        var options = new PlatformOptions();
        builder.Configuration.GetSection("Platform").Bind(options);
        var folders = new PluginFolders(options.DataFolder);
        TakeDataFolder(builder, options.DataFolder, folders);
        var provider = builder.Services.Where(service => service.ServiceType == typeof(IDatabaseProvider)).Select(service => service.ImplementationType).OfType<Type>()
            .Select(type => (IDatabaseProvider)Activator.CreateInstance(type)!).First(provider => provider.Name == "Sqlite");
        var plugins = new PluginLoader(catalog, folders, options.Plugins, provider).Load();
        builder.Services.AddSingleton(folders);
        builder.Services.AddSingleton(plugins);
        builder.Services.AddSingleton(new PluginPackages(folders, plugins));
        builder.Services.AddSingleton<PluginGuard>();
        builder.Services.AddScoped<LostCalls>();
        builder.Services.AddSingleton<PluginWatch>();
        builder.Services.AddHostedService(services => services.GetRequiredService<PluginWatch>());
        return plugins;
    }

    /// <summary>Where there are plugins they are settled and loaded before the host's database is opened, and a host that has to go must not have touched them.</summary>
    private static void TakeDataFolder(WebApplicationBuilder builder, string folder, PluginFolders folders)
    {
        var held = new DataFolderLock();

        // By a factory, so that the container lets go of it.
        builder.Services.AddSingleton(_ => held);
        if (Directory.Exists(folders.Root) && DataFolderLock.IsNeeded(builder.Configuration))
        {
            held.Take(folder);
        }
    }

    /// <summary>Registers what the plugins at work have asked for.</summary>
    public static void Register(this PluginHost plugins, IServiceCollection services, ModuleCatalog catalog, UseCaseMap useCases, EventMap events, FeatureServices features)
    {
        foreach (var plugin in plugins.AtWork)
        {
            foreach (var type in plugin.Assembly!.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }))
            {
                ModuleScan.Register(services, catalog, useCases, events, type, plugin);
            }

            foreach (var (startup, staged) in plugin.Staged)
            {
                features.Add(startup, staged, plugin);
            }
        }
    }
}
