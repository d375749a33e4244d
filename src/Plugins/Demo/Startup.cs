using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Modules;

namespace ServicePlatform.Demo;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
    }
}
