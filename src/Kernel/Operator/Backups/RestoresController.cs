using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using ServicePlatform.Archives.Backups;
using ServicePlatform.Commands;
using ServicePlatform.Data.Host;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Operator.Databases;
using ServicePlatform.Operator.Sites;
using ServicePlatform.Security;
using ServicePlatform.Tasks;
using ServicePlatform.Web;

namespace ServicePlatform.Operator.Backups;

/// <summary>A back-up becomes a site again: a new one beside the others, or in the place of one that is stopped.</summary>
[Area("Operator")]
[RequirePermission(OperatorPermissions.Sites)]
[Route("app/backups/{archive}")]
internal sealed class RestoresController(
    BackupStore store, SiteBoard board, SiteRegistry registry, SiteDirectory directory, DatabaseChecks databases, HostKey key, ILongTasks tasks, TimeProvider time) : Controller
{
    [HttpGet("restore")]
    public IActionResult Restore(string archive) => Usable(archive) is { } backup
        ? View(Prepared(new RestoreForm { Name = backup.Manifest!.Site.Name, Prefix = backup.Manifest.Site.Prefix }, backup))
        : this.FailedPage(Failure.NotFound("operator.backup-unknown"));

    [HttpPost("restore")]
    public async Task<IActionResult> Restore(string archive, RestoreForm form, CancellationToken cancellationToken)
    {
        if (Usable(archive) is not { } backup)
        {
            return this.FailedPage(Failure.NotFound("operator.backup-unknown"));
        }

        var (id, prefix) = ((form.Id ?? "").Trim(), (form.Prefix ?? "").Trim().Trim('/'));
        var hosts = string.Join(' ', (form.Hosts ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var connection = form.Provider == "Sqlite" ? "" : (form.Connection ?? "").Trim();
        var failure = await directory.AddressFailureAsync(id, prefix, hosts, cancellationToken)
            ?? SiteChecks.NameFailure((form.Name ?? "").Trim())
            ?? board.ShutsOut(prefix, hosts, Request.Host.Host)
            ?? (Directory.Exists(registry.FolderOf(id)) ? Failure.Invalid(nameof(form.Id), "kernel.site-folder-left", registry.FolderOf(id)) : null)
            ?? await databases.FailureAsync(form.Provider ?? "", connection, mayBeginAnew: true, cancellationToken);
        if (failure is not null)
        {
            return this.Failed(failure, Prepared(form, backup));
        }

        var input = new RestoreInput(archive, id, IsNew: true, (form.Name ?? "").Trim(), prefix, hosts, form.Provider!, key.Seal(connection), id);
        var task = await tasks.StartAsync(RestoreTask.Id, input, id, id, cancellationToken);
        return LocalRedirect($"~/app/tasks/{task}");
    }

    [HttpGet("replace")]
    public IActionResult Replace(string archive) => Usable(archive) is { } backup
        ? View(Prepared(new RestoreForm(), backup))
        : this.FailedPage(Failure.NotFound("operator.backup-unknown"));

    [HttpPost("replace")]
    public async Task<IActionResult> Replace(string archive, RestoreForm form, CancellationToken cancellationToken)
    {
        if (Usable(archive) is not { } backup)
        {
            return this.FailedPage(Failure.NotFound("operator.backup-unknown"));
        }

        if (board.Find((form.Id ?? "").Trim()) is not { IsOperatorArea: false } site)
        {
            return this.Failed(Failure.Invalid(nameof(form.Id), "operator.replace-site"), Prepared(form, backup));
        }

        var connection = form.Provider == "Sqlite" ? "" : (form.Connection ?? "").Trim();
        var failure = registry.Find(site.Id)!.Row.State != SiteState.Stopped ? Failure.Invalid(nameof(form.Id), "operator.replace-stopped")
            : !string.Equals((form.TypedName ?? "").Trim(), site.Name.Trim(), StringComparison.Ordinal) ? Failure.Invalid(nameof(form.TypedName), "kernel.site-name-typed", site.Name)
            : await databases.FailureAsync(form.Provider ?? "", connection, mayBeginAnew: true, cancellationToken);
        if (failure is not null)
        {
            return this.Failed(failure, Prepared(form, backup));
        }

        // A folder of its own: what the site has now is left alone.
        var folder = $"{site.Id}.{time.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}";
        var input = new RestoreInput(archive, site.Id, IsNew: false, site.Name, "", "", form.Provider!, key.Seal(connection), folder);
        var task = await tasks.StartAsync(RestoreTask.Id, input, site.Name, site.Id, cancellationToken);
        return LocalRedirect($"~/app/tasks/{task}");
    }

    private Backup? Usable(string name) => store.Find(name) is { Manifest: not null } backup ? backup : null;

    private RestoreForm Prepared(RestoreForm form, Backup backup)
    {
        form.Backup = backup;
        form.Providers = databases.Choices();
        form.Sites = [.. board.Read().Where(site => !site.IsOperatorArea && site.Health == SiteHealth.Stopped).Select(site => new SelectListItem($"{site.Name} ({site.Id})", site.Id))];
        return form;
    }
}

internal sealed class RestoreForm
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Prefix { get; set; }

    public string? Hosts { get; set; }

    public string? TypedName { get; set; }

    public string? Provider { get; set; } = "Sqlite";

    public string? Connection { get; set; }

    [BindNever]
    public Backup? Backup { get; set; }

    [BindNever]
    public IReadOnlyList<SelectListItem> Providers { get; set; } = [];

    /// <summary>Those whose place it may take.</summary>
    [BindNever]
    public IReadOnlyList<SelectListItem> Sites { get; set; } = [];
}
