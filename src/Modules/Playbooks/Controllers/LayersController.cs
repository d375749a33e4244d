using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Editing;
using ServicePlatform.Playbooks.Layers;
using ServicePlatform.Playbooks.Publishing;
using ServicePlatform.Security;
using ServicePlatform.Web;

namespace ServicePlatform.Playbooks.Controllers;

/// <summary>One layer: its versions, its history, and what can be done with it.</summary>
[Area("Playbooks")]
[Route("app/playbooks/layers/{id:guid}")]
internal sealed class LayersController(ISender sender, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    [RequirePermission(PlaybookPermissions.View)]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellationToken)
    {
        var layer = await sender.AskAsync(new GetLayer(id), cancellationToken);
        return layer.Succeeded ? View(layer.Value) : this.FailedPage(layer.Failure);
    }

    [HttpGet("versions/{number:int}")]
    [RequirePermission(PlaybookPermissions.View)]
    public async Task<IActionResult> Version(Guid id, int number, CancellationToken cancellationToken)
    {
        var version = await sender.AskAsync(new GetVersion(id, number), cancellationToken);
        return version.Succeeded ? View(version.Value) : this.FailedPage(version.Failure);
    }

    /// <param name="copyOf">Version to begin from; null for the newest.</param>
    [HttpPost("draft")]
    [WritesProcedures]
    public async Task<IActionResult> StartDraft(Guid id, int? copyOf, CancellationToken cancellationToken)
    {
        var draft = await sender.SendAsync(new StartDraft(id, copyOf), cancellationToken);
        return draft.Succeeded
            ? this.Done(Path(id) + "/draft", texts["Draft.Opened", draft.Value])
            : this.Refused(draft.Failure, Path(id));
    }

    [HttpPost("retire")]
    [WritesProcedures]
    public async Task<IActionResult> Retire(Guid id, int version, CancellationToken cancellationToken)
    {
        var retired = await sender.SendAsync(new RetireLayer(id, version), cancellationToken);
        return retired.Succeeded ? this.Done(Path(id), texts["Layer.Retired"]) : this.Refused(retired.Failure, Path(id));
    }

    private static string Path(Guid id) => $"/app/playbooks/layers/{id}";
}
