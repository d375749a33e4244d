using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ServicePlatform.Kernel.Telemetry;

internal static class TelemetryServices
{
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TelemetryOptions>().Bind(configuration.GetSection("Telemetry")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryChecks>();
        services.AddSingleton<PlatformTelemetry>();
        services.AddSingleton<SlowQueries>();

        // Before the other hosted services, so that their first work is seen.
        services.AddHostedService<TelemetryExport>();
    }
}
