using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Data.Host;
using ServicePlatform.Data.Migrations;
using ServicePlatform.Data.Sites;
using ServicePlatform.Kernel.Plugins;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Kernel.Sites;

internal static class SitePreparation
{
    /// <summary>Migrates the site's database.</summary>
    public static async Task PrepareAsync(this IServiceScopeFactory scopes, SiteRuntime runtime, CancellationToken cancellationToken)
    {
        if (runtime.Row is { State: SiteState.SettingUp, Connection.Length: 0 })
        {
            SetUpMark.SetIfNew(runtime.Folder);
        }

        Directory.CreateDirectory(runtime.Folder);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<SiteContext>().Enter(runtime);
        scope.ServiceProvider.GetRequiredService<ActorContext>().Set(Actor.System);
        await SiteMigrator.MigrateAsync(
            scope.ServiceProvider.GetRequiredService<SiteDbContext>(),
            runtime.Provider,
            runtime.ConnectionString,
            Path.Combine(runtime.Folder, "migration.lock"),
            cancellationToken);
    }

    /// <summary>Makes the tables of each plugin in the site. One that cannot is named with the reason and does without; the site goes on.</summary>
    public static async Task<IReadOnlyDictionary<Plugin, string?>> MigratePluginsAsync(this IServiceScopeFactory scopes, SiteRuntime runtime, PluginHost plugins, CancellationToken cancellationToken)
    {
        var ends = new Dictionary<Plugin, string?>();
        foreach (var plugin in plugins.AtWork)
        {
            await using var scope = scopes.CreateAsyncScope();
            var services = scope.ServiceProvider;
            services.GetRequiredService<SiteContext>().Enter(runtime);
            try
            {
                await using var db = new SiteDbContext(runtime.DbOptions, services.GetRequiredService<SiteModel>(), services.GetRequiredService<DataScope>(), services.GetRequiredService<IClock>()) { MigratingPlugin = plugin.Assembly };
                await SiteMigrator.MigrateAsync(db, runtime.Provider, runtime.ConnectionString, Path.Combine(runtime.Folder, "migration.lock"), cancellationToken);
                ends[plugin] = null;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                ends[plugin] = exception.GetBaseException().Message;
            }
        }

        return ends;
    }

    /// <summary>Gives the standard roles the permissions of features that the site has not had before.</summary>
    public static async Task SeedRolesAsync(this IServiceScopeFactory scopes, SiteRuntime runtime, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<SiteContext>().Enter(runtime);
        scope.ServiceProvider.GetRequiredService<ActorContext>().Set(Actor.System);
        using var pass = await runtime.Gate.EnterAsync(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<RoleSeeder>().SeedAsync(cancellationToken);
    }
}
