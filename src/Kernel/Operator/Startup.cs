using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ServicePlatform.Kernel.Health;
using ServicePlatform.Modules;
using ServicePlatform.Navigation;
using ServicePlatform.Operator.Backups;
using ServicePlatform.Operator.Databases;
using ServicePlatform.Operator.Plugins;
using ServicePlatform.Operator.Recipes;
using ServicePlatform.Operator.Sites;
using ServicePlatform.Recipes;
using ServicePlatform.Scheduling;
using ServicePlatform.Security;
using ServicePlatform.Tasks;

namespace ServicePlatform.Operator;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<LongTask, SetUpTask>();
        services.AddScoped<LongTask, BackUpTask>();
        services.AddScoped<LongTask, RestoreTask>();
        services.AddScoped<LongTask, MoveTask>();
        services.AddScoped<IRecurringJob, NightlyBackups>();
        services.AddScoped<DatabaseChecks>();
        services.AddScoped<SiteBoard>();
        services.AddScoped<PluginBoard>();
        services.AddScoped<SiteAdministrators>();
        services.AddScoped<IRecipeStep, OperatorAccountStep>();
        services.AddScoped<IPermissionProvider, Permissions>();
        services.AddScoped<INavigationProvider, Navigation>();
        services.AddScoped<IHomePage, HomePage>();
    }

    /// <summary>How the host and its sites are, in parts.</summary>
    public override void ConfigureEndpoints(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/health", async ([FromServices] HealthCheckService health, HttpContext context) =>
                await HealthAnswer.WritePartsAsync(context, await health.CheckHealthAsync(context.RequestAborted)))
            .WithMetadata(new RequirePermissionAttribute(OperatorPermissions.Sites));
}
