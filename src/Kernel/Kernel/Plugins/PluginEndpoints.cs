using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServicePlatform.Commands;
using ServicePlatform.Kernel.Web;

namespace ServicePlatform.Kernel.Plugins;

/// <summary>Adds the pages and endpoints of plugins, so that one that cannot be mapped, or stands in another's way, is left out.</summary>
internal static class PluginEndpoints
{
    public static void MapPlugins(this WebApplication app)
    {
        var plugins = app.Services.GetRequiredService<PluginHost>();
        var folders = app.Services.GetRequiredService<PluginFolders>();
        SiftControllers(app, plugins, folders);
        foreach (var plugin in plugins.AtWork.ToList())
        {
            Map(app, plugin, plugins, folders);
        }

        app.MapControllers();
        SiftRoutes(app, plugins, folders);
        var logger = app.Services.GetRequiredService<ILogger<PluginHost>>();
        var words = app.Services.GetRequiredService<IFailureText>();
        foreach (var plugin in plugins.All)
        {
            if (plugin.Fault is { } fault)
            {
                logger.LogError("The plugin {Plugin} is in quarantine: {Reason} {Detail}", plugin.Id, words.Describe(fault), plugin.FaultDetail);
            }
            else
            {
                logger.LogInformation("The plugin {Plugin} {Version} is at work", plugin.Id, plugin.Version);
            }
        }
    }

    /// <summary>Controllers are described all at once: where that fails, the plugins are tried one by one.</summary>
    private static void SiftControllers(WebApplication app, PluginHost plugins, PluginFolders folders)
    {
        var suspects = plugins.AtWork.Where(plugin => plugin.Assembly!.GetTypes().Any(type => type.IsSubclassOf(typeof(Microsoft.AspNetCore.Mvc.ControllerBase)))).ToList();
        if (suspects.Count == 0 || Describe(app) is null)
        {
            return;
        }

        suspects.ForEach(plugin => plugins.Catalog.Withdraw(plugin.Id));
        foreach (var plugin in suspects)
        {
            plugins.Catalog.Admit(plugin.Assembly!);
            if (Describe(app) is { } fault)
            {
                plugins.Quarantine(plugin, Failure.Unavailable("kernel.plugin-endpoints", fault.GetBaseException().Message), fault, folders, hold: true);
            }
        }
    }

    private static Exception? Describe(WebApplication app)
    {
        try
        {
            var context = new ActionDescriptorProviderContext();
            foreach (var provider in app.Services.GetServices<IActionDescriptorProvider>().OrderBy(provider => provider.Order))
            {
                provider.OnProvidersExecuting(context);
            }

            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    private static void Map(WebApplication app, Plugin plugin, PluginHost plugins, PluginFolders folders)
    {
        var catalog = plugins.Catalog;
        var staged = new StagedRoutes(app);
        folders.SetStarting(plugin.Id);
        try
        {
            Bounded.Run(app.Services.GetRequiredService<PluginGuard>().Options.StartLimit, () =>
            {
                foreach (var (startup, _) in plugin.Staged)
                {
                    var group = staged.MapGroup("");
                    group.WithMetadata(new EndpointFeature(catalog.FeatureOf(startup.GetType())!));
                    startup.ConfigureEndpoints(group);
                }

                // Endpoints are built when they are first looked at; what is wrong with one shows only then.
                _ = staged.DataSources.SelectMany(source => source.Endpoints).Count();
            });
            foreach (var source in staged.DataSources)
            {
                ((IEndpointRouteBuilder)app).DataSources.Add(source);
            }
        }
        catch (Exception exception)
        {
            plugins.Quarantine(plugin, Failure.Unavailable("kernel.plugin-endpoints", exception.GetBaseException().Message), exception, folders, hold: true);
        }
        finally
        {
            folders.SetStarted(plugin.Id);
        }
    }

    /// <summary>An address that the product or another plugin has already would answer neither.</summary>
    private static void SiftRoutes(WebApplication app, PluginHost plugins, PluginFolders folders)
    {
        if (!plugins.AtWork.Any())
        {
            return;
        }

        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();
        foreach (var same in endpoints.GroupBy(AddressOf, StringComparer.OrdinalIgnoreCase))
        {
            foreach (var later in same.Where(endpoint => PluginOf(endpoint, plugins) is not null))
            {
                var owner = PluginOf(later, plugins)!;
                if (same.FirstOrDefault(other => PluginOf(other, plugins) is var another && another != owner && (another is null || another.Fault is null) && Meet(other, later)) is not null)
                {
                    plugins.Quarantine(owner, Failure.Unavailable("kernel.plugin-address", "/" + later.RoutePattern.RawText?.TrimStart('/')), null, folders, hold: false);
                }
            }
        }
    }

    private static Plugin? PluginOf(Endpoint endpoint, PluginHost plugins) => endpoint.Metadata.GetMetadata<EndpointFeature>() is { } feature ? plugins.OfFeature(feature.Id) : null;

    private static string AddressOf(RouteEndpoint endpoint) => string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : "{}"))));

    private static bool Meet(Endpoint one, Endpoint other)
    {
        var (methods, others) = (one.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [], other.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []);
        return methods.Count == 0 || others.Count == 0 || methods.Intersect(others, StringComparer.OrdinalIgnoreCase).Any();
    }

    private sealed class StagedRoutes(WebApplication app) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => app.Services;

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public IApplicationBuilder CreateApplicationBuilder() => ((IApplicationBuilder)app).New();
    }
}
