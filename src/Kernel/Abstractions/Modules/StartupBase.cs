using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ServicePlatform.Modules;

/// <summary>
/// What a feature adds to the host. Services whose type is declared in Abstractions or in another module's
/// contracts are seen only by sites in which the feature is on. Options, HTTP clients, authentication and
/// hosted services are refused at start: they belong to the whole host.
/// </summary>
public abstract class StartupBase
{
    /// <summary>Lower runs first; modules of lower floors run before those of higher ones.</summary>
    public virtual int Order => 0;

    public virtual void ConfigureServices(IServiceCollection services)
    {
    }

    /// <summary>Adds minimal endpoints; they are hidden (404) where the feature is off. Controllers need no entry here.</summary>
    public virtual void ConfigureEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
