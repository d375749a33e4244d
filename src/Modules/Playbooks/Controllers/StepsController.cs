using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Editing;
using ServicePlatform.Playbooks.Layers;
using ServicePlatform.Web;

namespace ServicePlatform.Playbooks.Controllers;

/// <summary>The form of one step of a draft.</summary>
[Area("Playbooks")]
[Route("app/playbooks/layers/{id:guid}/draft/steps")]
internal sealed class StepsController(ISender sender, IStringLocalizer<Texts> texts) : Controller
{
    /// <param name="kind">Null to choose the kind first.</param>
    [HttpGet("new")]
    [WritesProcedures]
    public async Task<IActionResult> New(Guid id, StepKind? kind, ProcedureSection? section, string? after, CancellationToken cancellationToken)
    {
        var draft = await sender.AskAsync(new ViewDraft(id), cancellationToken);
        if (!draft.Succeeded)
        {
            return this.FailedPage(draft.Failure);
        }

        var input = new StepInput { Section = section ?? ProcedureSection.Workplace, After = after, Kind = kind ?? StepKind.Tick, IsMandatory = true, Version = draft.Value.Open.Draft.Version };
        return View(kind is null ? "Kind" : "Form", input.In(draft.Value));
    }

    [HttpGet("{code}")]
    [WritesProcedures]
    public async Task<IActionResult> Edit(Guid id, string code, CancellationToken cancellationToken)
    {
        var draft = await sender.AskAsync(new ViewDraft(id), cancellationToken);
        if (!draft.Succeeded)
        {
            return this.FailedPage(draft.Failure);
        }

        return draft.Value.Sheet.Find(code) is { } row
            ? View("Form", StepInput.Of(row.Content, draft.Value.Open.Draft.Version).In(draft.Value))
            : this.FailedPage(Failure.NotFound("playbooks.no-such-step"));
    }

    [HttpPost("new")]
    [WritesProcedures]
    public Task<IActionResult> New(Guid id, StepInput input, CancellationToken cancellationToken) => SaveAsync(id, null, input, cancellationToken);

    [HttpPost("{code}")]
    [WritesProcedures]
    public Task<IActionResult> Edit(Guid id, string code, StepInput input, CancellationToken cancellationToken) => SaveAsync(id, code, input, cancellationToken);

    private async Task<IActionResult> SaveAsync(Guid id, string? code, StepInput input, CancellationToken cancellationToken)
    {
        Failure? failure = null;
        if (ModelState.IsValid)
        {
            var saved = await sender.SendAsync(input.ToCommand(id, code), cancellationToken);
            if (saved.Succeeded)
            {
                return this.Done($"/app/playbooks/layers/{id}/draft#step-{saved.Value}", texts["Step.Saved"]);
            }

            failure = saved.Failure;
        }

        var draft = await sender.AskAsync(new ViewDraft(id), cancellationToken);
        if (!draft.Succeeded)
        {
            return this.FailedPage(draft.Failure);
        }

        input.Code = code;
        return failure is null ? View("Form", input.In(draft.Value)) : this.Failed(failure, input.In(draft.Value), "Form");
    }
}
