using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Kernel.Privacy;
using ServicePlatform.Security;
using ServicePlatform.Settings;
using ServicePlatform.Web;

namespace ServicePlatform.Accounts.Settings.Retention;

/// <summary>How long the site keeps what holds personal data, what went last and what is due.</summary>
[Area("Accounts")]
[RequirePermission(AccountPermissions.Retention)]
[Route("app/settings/retention")]
internal sealed class RetentionController(ISender sender, ISettings settings, RetentionBoard board, IActorContext actors, IStringLocalizer<Texts> texts) : Controller
{
    private const string Here = "/app/settings/retention";

    // The permission of the pages of jobs, by its id: this page offers the way, that one decides.
    private const string SeeJobs = "background.manage";

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        var form = await PreparedAsync(new RetentionForm { Version = await settings.VersionAsync<RetentionSettings>(cancellationToken) }, cancellationToken);
        form.Terms = [.. form.Lines.Select(line => new RetentionField { Kind = line.Id, Term = line.Value })];
        return View(form);
    }

    [HttpPost("")]
    public async Task<IActionResult> Index(RetentionForm form, CancellationToken cancellationToken)
    {
        var command = new SaveRetention([.. form.Terms.Select(field => new RetentionChoice(field.Kind ?? "", field.Term ?? 0))], form.Version);
        var saved = await sender.SendAsync(command, cancellationToken);
        return saved.Succeeded ? this.Done(Here, texts["Retention.Saved"]) : this.Failed(saved.Failure, await PreparedAsync(form, cancellationToken));
    }

    private async Task<RetentionForm> PreparedAsync(RetentionForm form, CancellationToken cancellationToken)
    {
        form.Lines = await board.ReadAsync(cancellationToken);
        form.Held = await board.HeldAsync(cancellationToken);
        form.MaySeeJob = actors.Current.Can(SeeJobs);
        return form;
    }
}

internal sealed class RetentionForm
{
    public IList<RetentionField> Terms { get; set; } = [];

    public int Version { get; set; }

    [BindNever, ValidateNever]
    public IReadOnlyList<RetentionLine> Lines { get; set; } = [];

    [BindNever, ValidateNever]
    public int Held { get; set; }

    [BindNever, ValidateNever]
    public bool MaySeeJob { get; set; }
}

internal sealed class RetentionField
{
    public string? Kind { get; set; }

    public int? Term { get; set; }
}
