using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Localization;
using ServicePlatform.Archives.Backups;
using ServicePlatform.Commands;
using ServicePlatform.Data.Host;
using ServicePlatform.Kernel.Recipes;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Operator.Databases;
using ServicePlatform.Security;
using ServicePlatform.Tasks;
using ServicePlatform.Web;

namespace ServicePlatform.Operator.Sites;

/// <summary>The sites of the host: made, stopped, started and looked after.</summary>
[Area("Operator")]
[RequirePermission(OperatorPermissions.Sites)]
[Route("app/sites")]
internal sealed class SitesController(
    SiteBoard board, SiteRegistry registry, SiteDirectory directory, RecipeCatalog recipes, DatabaseChecks databases, ILongTasks tasks, IHostApplicationLifetime lifetime, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public IActionResult Index() => View(board.Read());

    [HttpGet("{id}")]
    public async Task<IActionResult> Show(string id, [FromServices] BackupStore store, CancellationToken cancellationToken) => board.Find(id) is { } site
        ? View(new SitePage(site, board.Recipes(), Link(site))
        {
            Backups = [.. store.List(id).Take(5)],
            Former = await directory.FormerPlacesAsync(id, cancellationToken),
        })
        : this.FailedPage(Failure.NotFound("kernel.site-unknown"));

    [HttpGet("new", Order = -1)]
    public IActionResult New() => View(Prepared(new SiteForm()));

    /// <param name="act"><c>test</c>: looks at the database and creates nothing.</param>
    [HttpPost("new", Order = -1)]
    public async Task<IActionResult> New(SiteForm form, string? act)
    {
        if (act == "test")
        {
            var wrong = await databases.FailureAsync(form.Provider ?? "", (form.Connection ?? "").Trim(), mayBeginAnew: false, lifetime.ApplicationStopping);
            form.IsTested = wrong is null;
            return wrong is null ? View(Prepared(form)) : this.Failed(wrong, Prepared(form));
        }

        var site = new NewSite
        {
            Id = (form.Id ?? "").Trim(),
            Name = (form.Name ?? "").Trim(),
            Prefix = (form.Prefix ?? "").Trim().Trim('/'),
            Hosts = string.Join(' ', (form.Hosts ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            Recipe = form.Recipe ?? "",
            Culture = form.Culture ?? "",
            TimeZone = form.TimeZone ?? "",
            Provider = form.Provider ?? "",
            Connection = form.Provider == "Sqlite" ? "" : (form.Connection ?? "").Trim(),
        };
        if (form.RecipeFile is { } file)
        {
            var kept = await KeepAsync(site.Id, file);
            if (!kept.Succeeded)
            {
                return this.Failed(kept.Failure, Prepared(form));
            }

            site.Recipe = kept.Value;
        }

        var reserved = await ReserveAsync(site);
        if (reserved.Succeeded)
        {
            return await SetUpAsync(site.Id, site.Name, site.Recipe);
        }

        if (form.RecipeFile is not null && registry.Find(site.Id)?.Row.Recipe != site.Recipe)
        {
            recipes.Forget(site.Recipe);
        }

        return this.Failed(reserved.Failure, Prepared(form));
    }

    /// <summary>A browser that goes away must not leave half a site behind: its id and address are taken now, its recipe runs as a task.</summary>
    private async Task<Result<string>> ReserveAsync(NewSite site)
    {
        var failure = !board.IsOrdinary(site.Recipe) ? Failure.Invalid(nameof(SiteForm.Recipe), "operator.no-recipe")
            : site.Name.Length == 0 ? Failure.Invalid(nameof(SiteForm.Name), "kernel.site-name-missing")
            : board.ShutsOut(site.Prefix, site.Hosts, Request.Host.Host)
                ?? await databases.FailureAsync(site.Provider, site.Connection, mayBeginAnew: false, lifetime.ApplicationStopping);
        return failure is null ? await directory.ReserveAsync(site, lifetime.ApplicationStopping) : failure;
    }

    private async Task<IActionResult> SetUpAsync(string id, string name, string recipe) =>
        LocalRedirect($"~/app/tasks/{await tasks.StartAsync(SetUpTask.Id, new SetUpInput(id, recipe), name, id, lifetime.ApplicationStopping)}");

    private async Task<Result<string>> KeepAsync(string siteId, IFormFile file)
    {
        if (file.Length is 0 or > RecipeCatalog.LargestFile)
        {
            return Failure.Invalid(nameof(SiteForm.RecipeFile), "operator.recipe-size", RecipeCatalog.LargestFile / 1024);
        }

        if (directory.IdFailure(siteId) is { } failure)
        {
            return failure;
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, lifetime.ApplicationStopping);
        var kept = await recipes.KeepAsync(siteId, content.ToArray(), lifetime.ApplicationStopping);
        return kept.Succeeded ? kept : Failure.Invalid([.. kept.Failure.Fields.Select(field => field with { Field = nameof(SiteForm.RecipeFile) })]);
    }

    [HttpPost("{id}/stop")]
    public Task<IActionResult> Stop(string id, CancellationToken cancellationToken) => SwitchAsync(id, SiteState.Stopped, "Sites.Stopped", cancellationToken);

    /// <summary>Starts a stopped site, or tries to open a faulty one again.</summary>
    [HttpPost("{id}/start")]
    public Task<IActionResult> Start(string id, CancellationToken cancellationToken) => SwitchAsync(id, SiteState.Running, "Sites.Started", cancellationToken);

    /// <summary>Runs the set-up recipe of a site in which it has not run to the end.</summary>
    [HttpPost("{id}/set-up")]
    public async Task<IActionResult> SetUp(string id, string? recipe, [FromServices] HostDbContext host, CancellationToken cancellationToken)
    {
        var row = await host.Sites.AsNoTracking().SingleOrDefaultAsync(site => site.Id == id, cancellationToken);
        if (row is null || board.Find(id) is not { MaySetUp: true })
        {
            return this.FailedPage(Failure.NotFound("kernel.site-unknown"));
        }

        recipe = row.Recipe ?? recipe;
        if (!board.IsOrdinary(recipe ?? ""))
        {
            return this.Refused(Failure.Conflict("operator.no-recipe"), $"/app/sites/{id}");
        }

        return await SetUpAsync(id, row.Name, recipe!);
    }

    private async Task<IActionResult> SwitchAsync(string id, SiteState state, string text, CancellationToken cancellationToken)
    {
        if (board.Find(id) is not { } site)
        {
            return this.FailedPage(Failure.NotFound("kernel.site-unknown"));
        }

        if (site.IsOperatorArea && state == SiteState.Stopped)
        {
            return this.Refused(Failure.Conflict("operator.own-area"), $"/app/sites/{id}");
        }

        if (site.Health == SiteHealth.Moving && !await board.IsBusyAsync(id, cancellationToken))
        {
            // The task that closed it is gone: it is opened again where it was.
            await directory.ReopenAsync(id, state, cancellationToken);
        }

        var result = await directory.SwitchAsync(id, state, cancellationToken);
        if (result.Succeeded && board.Find(id) is { Fault: { } fault })
        {
            return this.Refused(Failure.Unavailable("kernel.site-fault", fault), $"/app/sites/{id}");
        }

        return result.Succeeded ? this.Done($"/app/sites/{id}", texts[text]) : this.Refused(result.Failure, $"/app/sites/{id}");
    }

    private SiteForm Prepared(SiteForm form)
    {
        form.Recipes = board.Recipes();
        form.Cultures = SiteChoices.Cultures;
        form.TimeZones = board.TimeZones();
        form.Providers = databases.Choices();
        return form;
    }

    private string? Link(SiteLine site) => site.Health != SiteHealth.Running ? null
        : site.Hosts.Count == 0 ? $"/{site.Prefix}"
        : $"{Request.Scheme}://{site.Hosts[0]}{(Request.Host.Port is { } port ? ":" + port : "")}/{site.Prefix}";
}
