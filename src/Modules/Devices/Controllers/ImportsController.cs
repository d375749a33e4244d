using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Imports;
using ServicePlatform.Devices.Screens;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Security;
using ServicePlatform.Web;

namespace ServicePlatform.Devices.Controllers;

[Area("Devices")]
[Route("app/imports")]
[RequirePermission(DevicePermissions.Import)]
internal sealed class ImportsController(ISender sender, IPrincipalReader principals, IActorContext actors, ProblemFile problems, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? after, string? before, CancellationToken cancellationToken)
    {
        var imports = await sender.AskAsync(new ListImports(new PageRequest(after ?? before, before is not null)), cancellationToken);
        return imports.Succeeded ? View(imports.Value) : this.FailedPage(imports.Failure);
    }

    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken cancellationToken) => View(await FillAsync(new UploadForm(), cancellationToken));

    [HttpPost("new")]
    public async Task<IActionResult> New(UploadForm form, CancellationToken cancellationToken)
    {
        await FillAsync(form, cancellationToken);
        if (form.File is null)
        {
            return this.Failed(Failure.Invalid(nameof(form.File), "devices.import-no-file"), form);
        }

        await using var content = form.File.OpenReadStream();
        var uploaded = await sender.SendAsync(new UploadImport(form.PrincipalId ?? Guid.Empty, form.File.FileName, content), cancellationToken);
        return uploaded.Succeeded ? LocalRedirect($"~/app/imports/{uploaded.Value}") : this.Failed(uploaded.Failure, form);
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellationToken)
    {
        var import = await sender.AskAsync(new GetImport(id), cancellationToken);
        return import.Succeeded ? View(nameof(Show), new ImportPage(import.Value, problems, texts)) : this.FailedPage(import.Failure);
    }

    [HttpPost("{id:guid}/columns")]
    public async Task<IActionResult> Columns(Guid id, ColumnsForm form, CancellationToken cancellationToken)
    {
        var saved = await sender.SendAsync(new SetImportColumns(id, form.Columns, form.Version), cancellationToken);
        return saved.Succeeded ? LocalRedirect($"~/app/imports/{id}#preview") : await RefusedAsync(id, saved.Failure, cancellationToken);
    }

    [HttpPost("{id:guid}/run")]
    public async Task<IActionResult> Run(Guid id, bool skipBadRows, int version, CancellationToken cancellationToken)
    {
        var started = await sender.SendAsync(new RunImport(id, skipBadRows, version), cancellationToken);
        return started.Succeeded ? LocalRedirect($"~/app/imports/{id}") : this.Refused(started.Failure, $"/app/imports/{id}");
    }

    /// <summary>How far it is, as a part of the page that asks again by itself; the page is shown anew when the import has ended.</summary>
    [HttpGet("{id:guid}/progress")]
    public async Task<IActionResult> Progress(Guid id, CancellationToken cancellationToken)
    {
        var watched = await sender.AskAsync(new WatchImport(id), cancellationToken);
        if (!watched.Succeeded)
        {
            return this.FailedPage(watched.Failure);
        }

        if (watched.Value.State != ImportState.Running)
        {
            Response.Headers["HX-Refresh"] = "true";
            return NoContent();
        }

        return PartialView("_Progress", watched.Value);
    }

    [HttpPost("{id:guid}/stop")]
    public async Task<IActionResult> Stop(Guid id, CancellationToken cancellationToken)
    {
        var stopped = await sender.SendAsync(new StopImport(id), cancellationToken);
        return stopped.Succeeded ? NoContent() : this.FailedPage(stopped.Failure);
    }

    /// <summary>The rows that would be left out, before anything is imported.</summary>
    [HttpGet("{id:guid}/problems")]
    public async Task<IActionResult> Problems(Guid id, CancellationToken cancellationToken)
    {
        var import = await sender.AskAsync(new GetImport(id), cancellationToken);
        return !import.Succeeded ? this.FailedPage(import.Failure)
            : import.Value.Checked is { } found ? File(problems.Write(found.Table, found.Plan.Problems), "text/csv; charset=utf-8", "problems.csv")
            : LocalRedirect($"~/app/imports/{id}");
    }

    /// <summary>An empty table with the headers that are understood.</summary>
    [HttpGet("template")]
    public IActionResult Template()
    {
        var headers = string.Join(',', Enum.GetNames<ImportColumn>().Select(column => texts["Column." + column].Value));
        return File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(headers + "\r\n")], "text/csv; charset=utf-8", "import-template.csv");
    }

    private async Task<IActionResult> RefusedAsync(Guid id, Failure failure, CancellationToken cancellationToken) =>
        await Show(id, cancellationToken) is ViewResult page ? this.Failed(failure, page.Model, nameof(Show)) : this.FailedPage(failure);

    private async Task<UploadForm> FillAsync(UploadForm form, CancellationToken cancellationToken)
    {
        form.Principals = [.. (await principals.ListAsync(cancellationToken)).Where(principal => principal.IsActive && actors.Current.WorksFor(principal.Id))
            .Select(principal => new SelectListItem(principal.Name, principal.Id.ToString()))];
        form.PrincipalId ??= form.Principals is [var only] ? Guid.Parse(only.Value) : null;
        return form;
    }
}
