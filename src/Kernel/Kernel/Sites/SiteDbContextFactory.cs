using ServicePlatform.Data.Providers;
using ServicePlatform.Data.Sites;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Kernel.Sites;

internal sealed class SiteDbContextFactory(SiteContext site, SiteModel model, IClock clock) : ISiteDbContextFactory
{
    public WriteGate Gate => site.Runtime.Gate;

    public SiteDbContext Create()
    {
        var scope = new DataScope();
        scope.Set(Actor.System);
        return new SiteDbContext(site.Runtime.DbOptions, model, scope, clock);
    }
}
