using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Modules;
using ServicePlatform.Navigation;
using ServicePlatform.Operator.Recipes;
using ServicePlatform.Operator.Sites;
using ServicePlatform.Recipes;
using ServicePlatform.Security;

namespace ServicePlatform.Operator;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<SiteBoard>();
        services.AddScoped<SiteAdministrators>();
        services.AddScoped<IRecipeStep, OperatorAccountStep>();
        services.AddScoped<IPermissionProvider, Permissions>();
        services.AddScoped<INavigationProvider, Navigation>();
        services.AddScoped<IHomePage, HomePage>();
    }
}
