using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Host;
using ServicePlatform.Data.Migrations;
using ServicePlatform.Data.Providers;
using ServicePlatform.Kernel.Scheduling;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Kernel.Telemetry;

namespace ServicePlatform.Host;

internal static class HostDatabase
{
    /// <summary>The host's own database, with the scheduler's tables: a SQLite file in the data folder, unless <c>ConnectionStrings:Host</c> and <c>Platform:HostProvider</c> say otherwise.</summary>
    public static void AddHostDatabase(this WebApplicationBuilder builder)
    {
        var provider = builder.Configuration["Platform:HostProvider"] ?? "Sqlite";
        var folder = builder.Configuration["Platform:DataFolder"] ?? new PlatformOptions().DataFolder;
        var connection = builder.Configuration.GetConnectionString("Host") ?? $"Data Source={Path.Combine(Path.GetFullPath(folder), "host.db")};Default Timeout=30";
        builder.Services.AddDbContext<HostDbContext>((services, options) =>
        {
            var engine = services.GetServices<IDatabaseProvider>().SingleOrDefault(candidate => candidate.Name == provider)
                ?? throw new InvalidOperationException($"This host has no database provider '{provider}'.");
            HostMigrator.Configure(options, engine, connection);
            options.AddInterceptors(services.GetRequiredService<SlowQueries>().For("host"));
        });
        builder.Services.AddScheduler(provider, connection);
        builder.Services.AddSingleton<Welcome>();
    }
}
