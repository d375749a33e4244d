using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServicePlatform.Commands;
using ServicePlatform.Data.Host;
using ServicePlatform.Data.Migrations;
using ServicePlatform.Data.Providers;
using ServicePlatform.Kernel.Recipes;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Kernel.Web;

namespace ServicePlatform.Kernel;

/// <summary>The start of the host. What concerns one site stops that site only; what concerns all is a <see cref="HostStartException"/>.</summary>
public static class PlatformStart
{
    /// <summary>Sees that the data folder can be written and opens the host's database. Before the host listens, so that nobody meets a host without sites.</summary>
    /// <exception cref="HostStartException">It cannot; the message names the folder or database and the remedy.</exception>
    public static async Task OpenHostDatabaseAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        var folder = app.Services.GetRequiredService<IOptions<PlatformOptions>>().Value.DataFolder;
        DataFolder.Check(folder);
        if (DataFolderLock.IsNeeded(app.Configuration))
        {
            app.Services.GetRequiredService<DataFolderLock>().Take(folder);
        }

        await using var scope = app.Services.CreateAsyncScope();
        try
        {
            var host = scope.ServiceProvider.GetRequiredService<HostDbContext>();
            var provider = app.Services.GetServices<IDatabaseProvider>().Single(known => known.Name == (app.Configuration["Platform:HostProvider"] ?? "Sqlite"));
            await HostMigrator.MigrateAsync(host, provider, Path.Combine(folder, "host-migration.lock"), cancellationToken);
            await host.Sites.AsNoTracking().AnyAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new HostStartException(
                $"The host's own database cannot be opened: {exception.GetBaseException().Message.TrimEnd('.')}. It is the file host.db in the data folder, unless the settings Platform:HostProvider (Sqlite, PostgreSql, SqlServer) and ConnectionStrings:Host say otherwise. Mend these settings, start the database server, or put back a backup of the file.",
                exception);
        }
    }

    /// <summary>Opens every site; makes the initial ones at the first start and goes on with those whose set-up was interrupted.</summary>
    public static async Task StartSitesAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        await app.OpenHostDatabaseAsync(cancellationToken);
        await app.Services.GetRequiredService<SiteRegistry>().OpenAllAsync(cancellationToken);
        app.Services.GetRequiredService<RecipeCatalog>().ForgetOld(
            [.. app.Services.GetRequiredService<SiteRegistry>().All.Where(site => site.Row.State == SiteState.SettingUp).Select(site => site.Row.Recipe).OfType<string>()]);
        var initial = app.Services.GetRequiredService<IOptions<PlatformOptions>>().Value.InitialSites;
        foreach (var site in initial)
        {
            await TryAsync(app, site.Id, directory => MakeAsync(app, directory, site, cancellationToken));
        }

        var unfinished = app.Services.GetRequiredService<SiteRegistry>().All
            .Where(site => site.Row is { State: SiteState.SettingUp, Recipe: not null } && initial.All(known => known.Id != site.Id));
        foreach (var site in unfinished)
        {
            await TryAsync(app, site.Id, directory => directory.SetUpAsync(site.Id, site.Row.Recipe!, cancellationToken));
        }

        app.Services.GetRequiredService<PlatformState>().SetReady();
    }

    private static async Task<Result<string>> MakeAsync(WebApplication app, SiteDirectory directory, NewSite site, CancellationToken cancellationToken)
    {
        var row = app.Services.GetRequiredService<SiteRegistry>().Find(site.Id)?.Row;
        return row is null ? await directory.CreateAsync(site, cancellationToken)
            : site.Recipe.Length > 0 && (row.Recipe is null || row.State == SiteState.SettingUp) ? await directory.SetUpAsync(site.Id, site.Recipe, cancellationToken)
            : site.Id;
    }

    private static async Task TryAsync(WebApplication app, string siteId, Func<SiteDirectory, Task<Result<string>>> start)
    {
        var logger = app.Services.GetRequiredService<ILogger<PlatformState>>();
        await using var scope = app.Services.CreateAsyncScope();
        try
        {
            var result = await start(scope.ServiceProvider.GetRequiredService<SiteDirectory>());
            if (!result.Succeeded)
            {
                var text = app.Services.GetRequiredService<IFailureText>();
                logger.LogError("The site {Site} did not start: {Reason}", siteId, text.Describe(result.Failure) + " " + string.Join(' ', result.Failure.Fields.Select(text.Describe)));
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogError(exception, "The site {Site} did not start", siteId);
        }
    }
}
