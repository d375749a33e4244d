using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Background.Deliveries;
using ServicePlatform.Background.Tasks;
using ServicePlatform.Modules;
using ServicePlatform.Navigation;
using ServicePlatform.Security;

namespace ServicePlatform.Background;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<TaskWords>();
        services.AddScoped<ParkedWords>();
        services.AddScoped<IPermissionProvider, Permissions>();
        services.AddScoped<INavigationProvider, Navigation>();
    }
}
