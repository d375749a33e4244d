using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Data.Sites;

namespace ServicePlatform.Kernel.Sites;

internal sealed class SiteDbContextFactory(IServiceProvider services) : ISiteDbContextFactory
{
    public SiteDbContext Create() => ActivatorUtilities.CreateInstance<SiteDbContext>(services);
}
