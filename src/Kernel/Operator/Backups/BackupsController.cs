using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Localization;
using ServicePlatform.Archives;
using ServicePlatform.Archives.Backups;
using ServicePlatform.Commands;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Operator.Sites;
using ServicePlatform.Security;
using ServicePlatform.Settings;
using ServicePlatform.Tasks;
using ServicePlatform.Web;

namespace ServicePlatform.Operator.Backups;

/// <summary>The archives that are kept: made, taken in, handed out, removed.</summary>
[Area("Operator")]
[RequirePermission(OperatorPermissions.Sites)]
[Route("app/backups")]
internal sealed class BackupsController(BackupStore store, SiteBoard board, SiteAudit audit, IHostApplicationLifetime lifetime, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index([FromServices] ISettings settings, CancellationToken cancellationToken) =>
        View(new BackupList(store.List(), (await settings.GetAsync<BackupSettings>(cancellationToken)).Nights));

    [HttpGet("{name}", Order = 1)]
    public IActionResult Show(string name) => store.Find(name) is { } backup
        ? View(new BackupPage(backup, board.Find(backup.SiteId)))
        : this.FailedPage(Failure.NotFound("operator.backup-unknown"));

    [HttpPost("settings")]
    public async Task<IActionResult> Settings(int? nights, [FromServices] ISender sender, CancellationToken cancellationToken)
    {
        var saved = await sender.SendAsync(new SaveBackupSettings(nights ?? -1), cancellationToken);
        return saved.Succeeded ? this.Done("/app/backups", texts["Backups.Saved"]) : this.Refused(saved.Failure, "/app/backups");
    }

    /// <summary>Backs a site up now.</summary>
    [HttpPost("/app/sites/{id}/back-up")]
    public async Task<IActionResult> Make(string id, [FromServices] ILongTasks tasks, CancellationToken cancellationToken)
    {
        if (board.Find(id) is not { } site)
        {
            return this.FailedPage(Failure.NotFound("kernel.site-unknown"));
        }

        var task = await tasks.StartAsync(BackUpTask.Id, new BackUpInput(site.Id), site.Name, site.Id, cancellationToken);
        return LocalRedirect($"~/app/tasks/{task}");
    }

    [HttpPost("upload")]
    [DisableRequestSizeLimit]
    [RequestFormLimits(MultipartBodyLengthLimit = long.MaxValue)]
    public async Task<IActionResult> Upload(IFormFile? file)
    {
        if (file is null)
        {
            return this.Refused(Failure.Conflict("operator.backup-file"), "/app/backups");
        }

        try
        {
            await using var content = file.OpenReadStream();
            var name = await store.TakeAsync(content, lifetime.ApplicationStopping);
            await audit.WriteAsync(store.Find(name)!.SiteId, "UploadBackup", [("Archive", name)], lifetime.ApplicationStopping);
            return this.Done($"/app/backups/{name}", texts["Backups.Uploaded"]);
        }
        catch (ArchiveException exception)
        {
            return this.Refused(exception.Failure, "/app/backups");
        }
    }

    [HttpGet("{name}/download")]
    public async Task<IActionResult> Download(string name, CancellationToken cancellationToken)
    {
        if (store.PathOf(name) is not { } path || store.Find(name) is not { } backup)
        {
            return this.FailedPage(Failure.NotFound("operator.backup-unknown"));
        }

        if (Request.Headers.Range.Count == 0)
        {
            await audit.WriteAsync(backup.SiteId, "DownloadBackup", [("Archive", name)], cancellationToken);
        }

        return PhysicalFile(path, "application/zip", name, enableRangeProcessing: true);
    }

    [HttpPost("{name}/delete")]
    public async Task<IActionResult> Delete(string name)
    {
        if (store.Find(name) is not { } backup)
        {
            return this.FailedPage(Failure.NotFound("operator.backup-unknown"));
        }

        store.Delete(name);
        await audit.WriteAsync(backup.SiteId, "DeleteBackup", [("Archive", name)], lifetime.ApplicationStopping);
        return this.Done("/app/backups", texts["Backups.Deleted"]);
    }
}

/// <param name="Nights">Nightly back-ups that are kept.</param>
internal sealed record BackupList(IReadOnlyList<BackupLine> Backups, int Nights);

/// <param name="Site">The site that it was made of, where there is one of that id now.</param>
internal sealed record BackupPage(Backup Backup, SiteLine? Site);
