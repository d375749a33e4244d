using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using ServicePlatform.Data.Files;
using ServicePlatform.Kernel.Health;
using ServicePlatform.Kernel.Modules;
using ServicePlatform.Kernel.Plugins;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Kernel.Web;
using ServicePlatform.Modules;

namespace ServicePlatform.Kernel;

/// <summary>The way of a request.</summary>
public static class PlatformPipeline
{
    public static void UseServicePlatform(this WebApplication app)
    {
        app.Services.GetRequiredService<SiteRegistry>().Observe();
        app.UseMiddleware<RequestNumbers>();
        var plugins = app.Services.GetRequiredService<PluginHost>();
        app.Environment.WebRootFileProvider = new CompositeFileProvider(app.Environment.WebRootFileProvider, new PluginFiles(plugins.AtWork));
        app.UseMiddleware<SecurityHeaders>();
        app.UseHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.UseHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = HealthAnswer.WriteAsync });
        app.UseMiddleware<LastResort>();

        // Also where no site answers, so that the front door and the plain pages have their look.
        app.UseStaticFiles(StaticFiles.Options(app));
        app.UseMiddleware<SiteMiddleware>();
        app.UseStaticFiles(StaticFiles.Options(app));
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseMiddleware<ReadableAddresses>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseMiddleware<AccessRuleMiddleware>();
        app.UseAntiforgery();
        app.UseMiddleware<PluginRequests>();
        app.MapFiles();
        var catalog = app.Services.GetRequiredService<ModuleCatalog>();
        foreach (var startup in app.Services.GetServices<StartupBase>())
        {
            var group = app.MapGroup("");
            group.WithMetadata(new EndpointFeature(catalog.FeatureOf(startup.GetType())!));
            startup.ConfigureEndpoints(group);
        }

        app.MapPlugins();
    }
}
