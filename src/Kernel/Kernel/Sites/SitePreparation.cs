using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Data.Host;
using ServicePlatform.Data.Migrations;
using ServicePlatform.Data.Sites;
using ServicePlatform.Kernel.Security;

namespace ServicePlatform.Kernel.Sites;

internal static class SitePreparation
{
    /// <summary>Migrates the site's database and gives its roles the permissions that are new since last time.</summary>
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
        await scope.ServiceProvider.GetRequiredService<RoleSeeder>().SeedAsync(cancellationToken);
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
