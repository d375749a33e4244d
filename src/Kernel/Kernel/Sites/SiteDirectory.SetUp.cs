using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ServicePlatform.Commands;
using ServicePlatform.Data.Host;
using ServicePlatform.Recipes;

namespace ServicePlatform.Kernel.Sites;

public sealed partial class SiteDirectory
{
    /// <summary>
    /// Runs the set-up recipe of a site. Until it has run to the end nobody is let in; where it failed or was interrupted it begins
    /// anew, and a database file that it had made itself is made anew too.
    /// </summary>
    /// <returns>The site's id, or why the site is closed.</returns>
    public Task<Result<string>> SetUpAsync(string siteId, string recipe, CancellationToken cancellationToken) => SetUpAsync(siteId, recipe, null, cancellationToken);

    /// <inheritdoc cref="SetUpAsync(string, string, CancellationToken)"/>
    /// <param name="progress">Told of each step before it begins.</param>
    public async Task<Result<string>> SetUpAsync(string siteId, string recipe, IProgress<RecipeProgress>? progress, CancellationToken cancellationToken)
    {
        if (!recipes.Exists(recipe))
        {
            return Failure.Invalid(nameof(NewSite.Recipe), "kernel.recipe-unknown", recipe);
        }

        using var turn = registry.BeginSetUp(siteId);
        if (turn is null)
        {
            return Failure.Conflict("kernel.site-setting-up");
        }

        if (await BeginAsync(siteId, recipe, cancellationToken) is not { } row)
        {
            return Failure.NotFound("kernel.site-unknown");
        }

        var result = await OpenAsync(row, cancellationToken);
        if (result.Succeeded && await recipes.RunAsync(siteId, recipe, progress, cancellationToken) is { Succeeded: false } refused)
        {
            result = refused.Failure;
        }

        if (!result.Succeeded)
        {
            await FailAsync(siteId, result.Failure, cancellationToken);
            return result.Failure;
        }

        SetUpMark.Remove(registry.Find(siteId)!.Folder);
        var opened = await AuditedAsync(siteId, "SetUpSite", [("Recipe", recipe)], changed => changed.State = SiteState.Running, cancellationToken);
        if (!opened.Succeeded)
        {
            return opened.Failure;
        }

        recipes.Forget(recipe);
        return siteId;
    }

    private async Task<SiteRow?> BeginAsync(string siteId, string recipe, CancellationToken cancellationToken)
    {
        if (registry.Find(siteId) is { } former && SetUpMark.IsIn(former.Folder))
        {
            logger.LogInformation("The set-up of the site {Site} did not come to its end; it begins anew", siteId);
            former.Provider.CloseIdleConnections(former.ConnectionString);
            Directory.Delete(former.Folder, recursive: true);
        }

        var row = await host.Sites.SingleOrDefaultAsync(site => site.Id == siteId, cancellationToken);
        if (row is not null)
        {
            row.State = SiteState.SettingUp;
            row.Recipe = recipe;
            row.Version++;
            await host.SaveChangesAsync(cancellationToken);
            host.ChangeTracker.Clear();
        }

        return row;
    }

    private async Task<Result<string>> OpenAsync(SiteRow row, CancellationToken cancellationToken) =>
        (await registry.OpenAsync(row, cancellationToken)).Fault is { } fault ? Failure.Unavailable("kernel.site-fault", fault) : row.Id;

    private async Task FailAsync(string siteId, Failure failure, CancellationToken cancellationToken)
    {
        var cause = string.Join(' ', failure.Fields.Select(failures.Describe).Prepend(failures.Describe(failure)).Distinct(StringComparer.Ordinal));
        logger.LogError("The site {Site} could not be set up and stays closed: {Reason}", siteId, cause);
        var row = await host.Sites.AsNoTracking().SingleAsync(site => site.Id == siteId, cancellationToken);
        await registry.CloseAsync(row, cause, cancellationToken);
    }
}
