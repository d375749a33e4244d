using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServicePlatform.Data.Files;
using ServicePlatform.Data.Host;
using ServicePlatform.Kernel.Modules;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Kernel.Web;
using ServicePlatform.Modules;

namespace ServicePlatform.Kernel;

/// <summary>The way of a request, and the start of the host.</summary>
public static class PlatformPipeline
{
    public static void UseServicePlatform(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.UseHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") });
        app.UseMiddleware<LastResort>();

        // Also where no site answers, so that the front door and the plain pages have their look.
        app.UseStaticFiles(StaticFiles.Options(app));
        app.UseMiddleware<SiteMiddleware>();
        app.UseStaticFiles(StaticFiles.Options(app));
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseMiddleware<AccessRuleMiddleware>();
        app.UseAntiforgery();
        app.MapControllers();
        app.MapFiles();
        var catalog = app.Services.GetRequiredService<ModuleCatalog>();
        foreach (var startup in app.Services.GetServices<StartupBase>())
        {
            var group = app.MapGroup("");
            group.WithMetadata(new EndpointFeature(catalog.FeatureOf(startup.GetType())!));
            startup.ConfigureEndpoints(group);
        }
    }

    /// <summary>Opens the host database and every site; makes the initial ones at the first start.</summary>
    public static async Task StartSitesAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        var options = app.Services.GetRequiredService<IOptions<PlatformOptions>>().Value;
        Directory.CreateDirectory(options.DataFolder);
        await using var scope = app.Services.CreateAsyncScope();
        var host = scope.ServiceProvider.GetRequiredService<HostDbContext>();
        await host.Database.EnsureCreatedAsync(cancellationToken);
        var registry = app.Services.GetRequiredService<SiteRegistry>();
        await registry.OpenAllAsync(cancellationToken);
        var directory = scope.ServiceProvider.GetRequiredService<SiteDirectory>();
        var logger = app.Services.GetRequiredService<ILogger<PlatformState>>();
        foreach (var site in options.InitialSites)
        {
            var row = await host.Sites.AsNoTracking().SingleOrDefaultAsync(known => known.Id == site.Id, cancellationToken);
            var result = row is null ? await directory.CreateAsync(site, cancellationToken)
                : row.Recipe is null && site.Recipe.Length > 0 ? await directory.SetUpAsync(row, site.Recipe, cancellationToken)
                : site.Id;
            if (!result.Succeeded)
            {
                var text = app.Services.GetRequiredService<Commands.IFailureText>();
                logger.LogError("The site {Site} could not be set up: {Reason}", site.Id, text.Describe(result.Failure) + " " + string.Join(' ', result.Failure.Fields.Select(text.Describe)));
            }
        }

        app.Services.GetRequiredService<PlatformState>().SetReady();
    }
}
