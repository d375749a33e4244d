using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Modules;

namespace ServicePlatform.Messaging.Development;

[OfFeature(Features.Development)]
public sealed class DevelopmentStartup : StartupBase
{
    /// <summary>After the real channels, so that it takes the messages where it is on.</summary>
    public override int Order => 1;

    public override void ConfigureServices(IServiceCollection services) => services.AddScoped<IMessageProvider, DevelopmentProvider>();
}
