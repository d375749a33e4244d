using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Demo.Acting;
using ServicePlatform.Demo.Planning;
using ServicePlatform.Modules;
using ServicePlatform.Recipes;

namespace ServicePlatform.Demo;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<IRecipeStep, DemoHistoryStep>();
        services.AddScoped<RosterReader>();
        services.AddScoped<HistoryWriter>();
        services.AddScoped<HistoryMark>();
    }
}
