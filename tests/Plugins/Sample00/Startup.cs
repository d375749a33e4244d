using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Modules;
using ServicePlatform.Navigation;
using ServicePlatform.Recipes;
using ServicePlatform.Scheduling;
using ServicePlatform.Security;
using ServicePlatform.Tasks;

namespace Sample00;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        Behaviour.ThrowIf("throws-at-start");
        Behaviour.HangIfAsync("hangs-at-start").GetAwaiter().GetResult();
        if (Behaviour.Is("host-service"))
        {
            services.AddSingleton<TimeProvider>(TimeProvider.System);
        }

        services.AddScoped<Counter>();
        services.AddScoped<IPermissionProvider, Permissions>();
        services.AddScoped<INavigationProvider, Navigation>();
        services.AddScoped<IRecurringJob, GreetingJob>();
        services.AddScoped<IRecipeStep, GreetingStep>();
        services.AddScoped<LongTask, GreetingTask>();
    }

    public override void ConfigureEndpoints(IEndpointRouteBuilder endpoints)
    {
        Behaviour.ThrowIf("throws-at-endpoints");
        endpoints.MapGet("/api/sample00/greetings", async (Counter counter, HttpContext context) => await counter.CountAsync(context.RequestAborted)).WithMetadata(new EverybodyAttribute());
        endpoints.MapGet(Behaviour.Is("taken-address") ? "/api/notes" : "/api/sample00/act", (Delegate)ActAsync).WithMetadata(new EverybodyAttribute());
    }

    /// <summary>Misbehaves as it should.</summary>
    private static async Task<string> ActAsync(HttpContext context)
    {
        Behaviour.ThrowIf("throws-in-request");
        Behaviour.SpinIf("spins");
        Behaviour.LeakIf("leaks");
        await Behaviour.HangIfAsync("hangs");
        if (Behaviour.Is("slow"))
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }

        return "acted";
    }
}

internal sealed class Permissions : IPermissionProvider
{
    IEnumerable<Permission> IPermissionProvider.Permissions { get; } = [new("sample00.greet", StandardRoles.Agent)];
}

internal sealed class Navigation(IStringLocalizer<Texts> texts) : INavigationProvider
{
    public IEnumerable<NavigationItem> Items
    {
        get
        {
            yield return new NavigationItem(texts["Greetings.Title"], "/app/sample00", "activity", NavigationGroup.Work, 900, "sample00.greet");
            Behaviour.ThrowIf("throws-in-menu");
            Behaviour.BlockIf("blocks-in-menu");
        }
    }
}

internal sealed class GreetingJob(ISiteDb db) : IRecurringJob
{
    public string Id => "sample00.greet";

    public JobSchedule Schedule { get; } = new JobSchedule.Every(TimeSpan.FromHours(1));

    public async Task<JobReport> RunAsync(CancellationToken cancellationToken)
    {
        Behaviour.ThrowIf("throws-in-job");
        if (Behaviour.Is("hangs-in-job"))
        {
            await Behaviour.HangIfAsync("hangs-in-job");
            await Behaviour.NoteAsync(() => db.Set<Greeting>().CountAsync(CancellationToken.None));
        }

        db.Set<Greeting>().Add(new Greeting { Text = "by the job" });
        await db.SaveAsync(cancellationToken);
        return new JobReport(1);
    }
}

internal sealed class GreetingStep(ISiteDb db) : IRecipeStep
{
    public string Name => "sample00-greeting";

    public Task<Result<Done>> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var step = context.Bind<Step>();
        if (step.Succeeded)
        {
            db.Set<Greeting>().Add(new Greeting { Text = step.Value.Text });
        }

        return Task.FromResult(step.Succeeded ? Result.Done : step.Failure);
    }

    private sealed record Step(string Name, string Text);
}
