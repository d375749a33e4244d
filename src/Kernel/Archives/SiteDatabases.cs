using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Providers;
using ServicePlatform.Data.Sites;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Archives;

/// <summary>Contexts of sites' databases beside the site's own scopes: also for sites that are closed, and for databases that are no site's yet.</summary>
public sealed class SiteDatabases(SiteModel model, TimeProvider time)
{
    public SiteDbContext Open(DbContextOptions<SiteDbContext> options, IReadOnlySet<string>? onlyMigrations = null)
    {
        var scope = new DataScope();
        scope.Set(Actor.System);
        return new SiteDbContext(options, model with { OnlyMigrations = onlyMigrations }, scope, new HostClock(time));
    }

    internal SiteDbContext Open(IDatabaseProvider provider, string connectionString, IReadOnlySet<string>? onlyMigrations = null) =>
        Open(SiteOptions.Build(provider, connectionString), onlyMigrations);

    private sealed class HostClock(TimeProvider time) : IClock
    {
        public DateTime UtcNow => time.GetUtcNow().UtcDateTime;
    }
}
