using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Commands;
using ServicePlatform.Modules;
using ServicePlatform.Recipes;
using ServicePlatform.SampleModule.Notes;
using ServicePlatform.Scheduling;
using ServicePlatform.Security;
using ServicePlatform.Tasks;
using ServicePlatform.Web;

namespace ServicePlatform.SampleModule;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddScoped<IPermissionProvider, SamplePermissions>()
        .AddScoped<LongTask, NoteTask>()
        .AddScoped<IRecurringJob, NoteJob>()
        .AddScoped<IRecipeStep, NoteStep>()
        .AddScoped<IRecipeStep, BrittleStep>();

    public override void ConfigureEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/notes", async (ISender sender, HttpContext context) => (await sender.AskAsync(new ListNotes(), context.RequestAborted)).ToHttp(context))
            .WithMetadata(new RequirePermissionAttribute("sample.write"));
        endpoints.MapPost("/api/notes", async (WriteNote note, ISender sender, HttpContext context) => (await sender.SendAsync(note, context.RequestAborted)).ToHttp(context))
            .WithMetadata(new RequirePermissionAttribute("sample.write"));
        endpoints.MapGet("/api/broken", string () => throw new InvalidOperationException("secret detail")).WithMetadata(new EverybodyAttribute());
    }
}

internal sealed class SamplePermissions : IPermissionProvider
{
    public IEnumerable<Permission> Permissions { get; } =
        [new Permission("sample.write", StandardRoles.Agent, StandardRoles.Dealer, StandardRoles.Outlet, StandardRoles.PrincipalViewer)];
}
