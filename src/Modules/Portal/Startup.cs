using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Modules;
using ServicePlatform.Portal.Orders;
using ServicePlatform.Portal.Water;

namespace ServicePlatform.Portal;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<OwnMachines>();
        services.AddScoped<FilterWords>();
        services.AddScoped<OwnOrders>();
    }
}
