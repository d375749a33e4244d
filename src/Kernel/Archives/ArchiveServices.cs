using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Archives.Backups;
using ServicePlatform.Archives.Format;
using ServicePlatform.Archives.Work;

namespace ServicePlatform.Archives;

/// <summary>Puts the archives of sites into the host's container.</summary>
public static class ArchiveServices
{
    public static void AddArchives(this IServiceCollection services)
    {
        services.AddSingleton<SiteDatabases>();
        services.AddSingleton<ArchiveWriter>();
        services.AddSingleton<SiteRestorer>();
        services.AddSingleton<SiteMover>();
        services.AddSingleton<SiteBackups>();
        services.AddSingleton<BackupStore>();
    }
}
