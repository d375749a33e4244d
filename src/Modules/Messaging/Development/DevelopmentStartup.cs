using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Modules;

namespace ServicePlatform.Messaging.Development;

[OfFeature(Features.Development)]
public sealed class DevelopmentStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services.AddScoped<IMessageProvider, DevelopmentProvider>();
}
