using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ServicePlatform.Data.Migrations;
using ServicePlatform.Data.Providers;

namespace ServicePlatform.Data.Sites;

/// <summary>Options of a site's context; built once per site.</summary>
public static class SiteOptions
{
    public static DbContextOptions<SiteDbContext> Build(IDatabaseProvider provider, string connectionString, params IReadOnlyCollection<IInterceptor> interceptors)
    {
        var options = new DbContextOptionsBuilder<SiteDbContext>();
        provider.Configure(options, connectionString);
        options.AddInterceptors(interceptors);
        options.ReplaceService<IMigrationsAssembly, ModuleMigrations>();
        options.ReplaceService<IModelCacheKeyFactory, SiteModelKey>();

        // Migrations carry no model; the parity test compares what they build with the model instead.
        options.ConfigureWarnings(warnings => warnings
            .Ignore(RelationalEventId.PendingModelChangesWarning)
            .Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning));
        return options.Options;
    }
}
