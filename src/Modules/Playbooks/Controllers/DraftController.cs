using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Playbooks.Editing;
using ServicePlatform.Playbooks.Layers;
using ServicePlatform.Playbooks.Procedures;
using ServicePlatform.Web;

namespace ServicePlatform.Playbooks.Controllers;

/// <summary>The editor of a draft: its title and the order of its steps.</summary>
[Area("Playbooks")]
[Route("app/playbooks/layers/{id:guid}/draft")]
internal sealed class DraftController(ISender sender, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    [WritesProcedures]
    public async Task<IActionResult> Edit(Guid id, CancellationToken cancellationToken)
    {
        var draft = await sender.AskAsync(new ViewDraft(id), cancellationToken);
        return draft.Succeeded ? View(new DraftPage(draft.Value)) : this.FailedPage(draft.Failure);
    }

    [HttpPost("describe")]
    [WritesProcedures]
    public async Task<IActionResult> Describe(Guid id, DraftHead head, CancellationToken cancellationToken)
    {
        var saved = await sender.SendAsync(new DescribeDraft(id, head.TitleZh, head.TitleEn, head.Note, head.Version), cancellationToken);
        if (saved.Succeeded)
        {
            return this.Done(Path(id), texts["Draft.Saved"]);
        }

        var draft = await sender.AskAsync(new ViewDraft(id), cancellationToken);
        return draft.Succeeded ? this.Failed(saved.Failure, new DraftPage(draft.Value, head), nameof(Edit)) : this.FailedPage(draft.Failure);
    }

    [HttpPost("up")]
    [WritesProcedures]
    public Task<IActionResult> Up(Guid id, string code, int version, CancellationToken cancellationToken) =>
        ChangeAsync(id, new MoveStep(id, code, Up: true, version), code, cancellationToken);

    [HttpPost("down")]
    [WritesProcedures]
    public Task<IActionResult> Down(Guid id, string code, int version, CancellationToken cancellationToken) =>
        ChangeAsync(id, new MoveStep(id, code, Up: false, version), code, cancellationToken);

    [HttpPost("remove")]
    [WritesProcedures]
    public Task<IActionResult> Remove(Guid id, string code, int version, CancellationToken cancellationToken) =>
        ChangeAsync(id, new RemoveStep(id, code, version), null, cancellationToken);

    [HttpPost("restore")]
    [WritesProcedures]
    public Task<IActionResult> Restore(Guid id, string code, int version, CancellationToken cancellationToken) =>
        ChangeAsync(id, new RestoreStep(id, code, version), code, cancellationToken);

    [HttpPost("discard")]
    [WritesProcedures]
    public async Task<IActionResult> Discard(Guid id, int version, CancellationToken cancellationToken)
    {
        var draft = await sender.AskAsync(new ViewDraft(id), cancellationToken);
        var discarded = await sender.SendAsync(new DiscardDraft(id, version), cancellationToken);
        if (!discarded.Succeeded)
        {
            return this.Refused(discarded.Failure, Path(id));
        }

        // A layer that never held is gone with its draft, and a procedure with its last layer.
        var procedure = draft.Value.Open.Procedure.Code;
        var isLeft = await sender.AskAsync(new ListProcedures(procedure), cancellationToken) is { Succeeded: true, Value.Count: > 0 };
        var path = draft.Value.Open.Layer.NewestNumber > 1 ? $"/app/playbooks/layers/{id}" : isLeft ? $"/app/playbooks/{procedure}" : "/app/playbooks";
        return this.Done(path, texts["Draft.Discarded"]);
    }

    private async Task<IActionResult> ChangeAsync(Guid id, ICommand command, string? stay, CancellationToken cancellationToken)
    {
        var changed = await sender.SendAsync(command, cancellationToken);
        return changed.Succeeded ? LocalRedirect("~" + Path(id) + (stay is null ? "" : "#step-" + stay)) : this.Refused(changed.Failure, Path(id));
    }

    private static string Path(Guid id) => $"/app/playbooks/layers/{id}/draft";
}

/// <summary>What stands at the head of a draft.</summary>
internal sealed class DraftHead
{
    public string? TitleZh { get; set; }

    public string? TitleEn { get; set; }

    public string? Note { get; set; }

    public int Version { get; set; }
}

/// <summary>The editor's page: the draft, and its head as typed.</summary>
internal sealed class DraftPage(DraftView view, DraftHead? head = null)
{
    public DraftView View => view;

    public OpenDraft Open => view.Open;

    public string? TitleZh => head is null ? Open.Draft.TitleZh : head.TitleZh;

    public string? TitleEn => head is null ? Open.Draft.TitleEn : head.TitleEn;

    public string? Note => head is null ? Open.Draft.Note : head.Note;

    /// <summary>The version that the form was made from, so that a stale one stays stale.</summary>
    public int Version => head?.Version ?? Open.Draft.Version;

    /// <summary>A dealer's additions have no title of their own.</summary>
    public bool HasTitle => Open.Layer.Layer <= Definitions.DefinitionLayer.Brand;

    public bool OnlyAdds => LayerRights.OnlyAdds(Open.Layer.Owner);

    /// <summary>The step is made mandatory by somebody else: it can be tightened, not left out.</summary>
    public bool IsBound(SheetRow row) => row.Step.MandatedBy is { } mandate && !mandate.Owner.IsSameHandAs(Open.Layer.Owner);
}
