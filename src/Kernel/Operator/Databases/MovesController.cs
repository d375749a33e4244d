using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data.Host;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Operator.Sites;
using ServicePlatform.Security;
using ServicePlatform.Tasks;
using ServicePlatform.Web;

namespace ServicePlatform.Operator.Databases;

/// <summary>A site moves to another database; where it was stays until it is removed.</summary>
[Area("Operator")]
[RequirePermission(OperatorPermissions.Sites)]
[Route("app/sites/{id}")]
internal sealed class MovesController(
    SiteBoard board, SiteRegistry registry, SiteDirectory directory, DatabaseChecks databases, HostKey key, ILongTasks tasks, TimeProvider time, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("move")]
    public IActionResult Move(string id) => Movable(id) is { } site
        ? View(Prepared(new MoveForm { Provider = site.Provider == "Sqlite" ? "PostgreSql" : "Sqlite" }, site))
        : this.FailedPage(Failure.NotFound("kernel.site-unknown"));

    /// <param name="act"><c>test</c>: looks at the database and moves nothing.</param>
    [HttpPost("move")]
    public async Task<IActionResult> Move(string id, MoveForm form, string? act, CancellationToken cancellationToken)
    {
        if (Movable(id) is not { } site)
        {
            return this.FailedPage(Failure.NotFound("kernel.site-unknown"));
        }

        var provider = form.Provider ?? "";
        var connection = provider == "Sqlite" ? $"site-{time.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.db" : (form.Connection ?? "").Trim();
        var failure = provider == "Sqlite" && site.Provider == "Sqlite" ? Failure.Invalid(nameof(form.Provider), "operator.move-same")
            : await databases.FailureAsync(provider, connection, mayBeginAnew: true, cancellationToken);
        if (failure is not null)
        {
            return this.Failed(failure, Prepared(form, site));
        }

        if (act == "test")
        {
            form.IsTested = true;
            return View(Prepared(form, site));
        }

        if (!string.Equals((form.TypedName ?? "").Trim(), site.Name.Trim(), StringComparison.Ordinal))
        {
            return this.Failed(Failure.Invalid(nameof(form.TypedName), "kernel.site-name-typed", site.Name), Prepared(form, site));
        }

        var state = site.Health == SiteHealth.Stopped ? SiteState.Stopped : SiteState.Running;
        var task = await tasks.StartAsync(MoveTask.Id, new MoveInput(id, provider, key.Seal(connection), state), site.Name, id, cancellationToken);
        return LocalRedirect($"~/app/tasks/{task}");
    }

    /// <summary>Removes what is left where the site was before.</summary>
    [HttpPost("former/{place:guid}/remove")]
    public async Task<IActionResult> Remove(string id, Guid place, [FromServices] IHostApplicationLifetime lifetime)
    {
        var removed = await directory.RemoveFormerPlaceAsync(id, place, lifetime.ApplicationStopping);
        return removed.Succeeded ? this.Done($"/app/sites/{id}", texts["Former.Removed"]) : this.Refused(removed.Failure, $"/app/sites/{id}");
    }

    private SiteLine? Movable(string id) =>
        board.Find(id) is { IsOperatorArea: false, Health: SiteHealth.Running or SiteHealth.Stopped } site && registry.Find(id) is not null ? site : null;

    private MoveForm Prepared(MoveForm form, SiteLine site)
    {
        form.Site = site;
        form.Providers = databases.Choices();
        return form;
    }
}

internal sealed class MoveForm
{
    public string? Provider { get; set; }

    public string? Connection { get; set; }

    public string? TypedName { get; set; }

    [BindNever]
    public bool IsTested { get; set; }

    [BindNever]
    public SiteLine? Site { get; set; }

    [BindNever]
    public IReadOnlyList<SelectListItem> Providers { get; set; } = [];
}
