using Microsoft.Extensions.DependencyInjection;
using Quartz;
using ServicePlatform.Data.Sites;
using ServicePlatform.Kernel.Localization;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Scheduling;
using ServicePlatform.Security;

namespace ServicePlatform.Kernel.Scheduling;

/// <summary>One scheduler for all sites, with its tables in the host's database.</summary>
public static class SchedulerServices
{
    private const string Name = "ServicePlatform";
    private const int AtOnce = 4;

    /// <param name="services">Of the host.</param>
    /// <param name="provider">Of the host's database: <c>Sqlite</c>, <c>PostgreSql</c>, <c>SqlServer</c>.</param>
    /// <param name="connectionString">Of the host's database.</param>
    public static void AddScheduler(this IServiceCollection services, string provider, string connectionString)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options => options.InstanceName = Name);
            quartz.UseDefaultThreadPool(AtOnce);
            quartz.UsePersistentStore(store => Store(store, provider, connectionString));
        });
        services.AddHostedService<JobPlan>();
        services.AddScoped(scope => new JobBoard(
            scope.GetRequiredService<ISchedulerFactory>(),
            scope.GetServices<IRecurringJob>(),
            scope.GetRequiredService<SiteContext>(),
            scope.GetRequiredService<SiteDbContext>(),
            scope.GetRequiredService<ModuleTexts>(),
            scope.GetRequiredService<IActorContext>()));
    }

    private static void Store(IPersistentStoreBuilder store, string provider, string connectionString)
    {
        switch (provider)
        {
            case "Sqlite":
                store.UseSqlite(connectionString);
                break;
            case "PostgreSql":
                store.UsePostgres(connectionString);
                store.UseClustering();
                break;
            case "SqlServer":
                store.UseSqlServer(connectionString);
                store.UseClustering();
                break;
            default:
                // The host says so, with the remedy, when it opens its database.
                return;
        }

        store.UseSystemTextJsonSerializer();
        store.ProvisionSchema();
    }
}
