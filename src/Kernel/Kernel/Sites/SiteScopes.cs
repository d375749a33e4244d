using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Kernel.Plugins;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Kernel.Web;

namespace ServicePlatform.Kernel.Sites;

/// <summary>Opens scopes for work outside requests: deliveries, recipes, tests.</summary>
public sealed class SiteScopes(IServiceScopeFactory scopes, SiteRegistry registry)
{
    /// <summary>A scope of the site in which the product itself acts. Dispose it.</summary>
    /// <exception cref="InvalidOperationException">There is no such site, or it does not run.</exception>
    public AsyncServiceScope Open(string siteId)
    {
        var runtime = registry.Find(siteId) ?? throw new InvalidOperationException($"There is no site '{siteId}'.");
        return Open(runtime);
    }

    internal AsyncServiceScope Open(SiteRuntime runtime)
    {
        var scope = new AsyncServiceScope(new PatientScope(scopes.CreateAsyncScope()));
        scope.ServiceProvider.GetRequiredService<SiteContext>().Enter(runtime, runtime.Row.Prefix.Length == 0 ? "" : "/" + runtime.Row.Prefix);
        scope.ServiceProvider.GetRequiredService<ActorContext>().Set(Actor.System);
        scope.ServiceProvider.GetRequiredService<OperationContext>().Detach();
        return scope;
    }
}
