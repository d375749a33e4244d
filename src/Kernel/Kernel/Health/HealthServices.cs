using Microsoft.Extensions.DependencyInjection;

namespace ServicePlatform.Kernel.Health;

internal static class HealthServices
{
    public static void AddPlatformHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<HostDatabaseHealth>("host-database")
        .AddCheck<SitesHealth>("sites")
        .AddCheck<SchedulerHealth>("scheduler")
        .AddCheck<DiskHealth>("disk")
        .AddCheck<WriteHealth>("data-folder");
}
