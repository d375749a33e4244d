using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Modules;
using ServicePlatform.Operator.Recipes;
using ServicePlatform.Recipes;

namespace ServicePlatform.Operator;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services.AddScoped<IRecipeStep, OperatorAccountStep>();
}
