using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Playbooks.Layers;
using ServicePlatform.Playbooks.Publishing;
using ServicePlatform.Ui;
using ServicePlatform.Web;

namespace ServicePlatform.Playbooks.Controllers;

/// <summary>What publishing would touch, and the publishing.</summary>
[Area("Playbooks")]
[Route("app/playbooks/layers/{id:guid}/draft/publish")]
internal sealed class PublishController(ISender sender, SiteTime time, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    [WritesProcedures]
    public async Task<IActionResult> Publish(Guid id, CancellationToken cancellationToken)
    {
        var preview = await sender.AskAsync(new PreviewPublish(id), cancellationToken);
        return preview.Succeeded
            ? View(new PublishInput { Preview = preview.Value, Version = preview.Value.Draft.Draft.Version })
            : this.FailedPage(preview.Failure);
    }

    [HttpPost("")]
    [WritesProcedures]
    public async Task<IActionResult> Publish(Guid id, PublishInput input, CancellationToken cancellationToken)
    {
        Failure? failure = null;
        if (ModelState.IsValid)
        {
            var published = await sender.SendAsync(new PublishDraft(id, input.From is { } from ? time.ToUtc(from) : null, input.Version), cancellationToken);
            if (published.Succeeded)
            {
                return this.Done($"/app/playbooks/layers/{id}", texts["Publish.Done", published.Value]);
            }

            failure = published.Failure;
        }

        var preview = await sender.AskAsync(new PreviewPublish(id), cancellationToken);
        if (!preview.Succeeded)
        {
            return this.FailedPage(preview.Failure);
        }

        input.Preview = preview.Value;
        return failure is null ? View(input) : this.Failed(failure, input);
    }
}

/// <summary>When the draft is to hold.</summary>
internal sealed class PublishInput
{
    /// <summary>The site's wall clock; null for now.</summary>
    public DateTime? From { get; set; }

    public int Version { get; set; }

    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    [Microsoft.AspNetCore.Mvc.ModelBinding.Validation.ValidateNever]
    public PublishPreview Preview { get; set; } = null!;
}
