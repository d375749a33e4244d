using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Network.Organisations.Access;
using ServicePlatform.Network.Portals;
using ServicePlatform.Security;
using ServicePlatform.Web;

namespace ServicePlatform.Network.Controllers;

/// <summary>The branded portal of a dealer.</summary>
[Area("Network")]
[Route("app/organisations/{id:guid}/portal")]
[EditsNetwork]
internal sealed class PortalsController(ISender sender, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken cancellationToken)
    {
        var detail = await sender.AskAsync(new GetOrganisation(id), cancellationToken);
        if (!detail.Succeeded)
        {
            return this.FailedPage(detail.Failure);
        }

        var (organisation, portal) = (detail.Value.Organisation, detail.Value.Portal);
        return detail.Value.MayEditPeople
            ? View(new PortalForm { Slug = portal?.Slug, Name = portal?.Name ?? organisation.Name, Accent = portal?.Accent, Hotline = portal?.Hotline, Title = organisation.Name, Version = portal?.Version })
            : this.FailedPage(Failure.Forbidden("network.not-yours"));
    }

    [HttpPost("")]
    public async Task<IActionResult> Edit(Guid id, PortalForm form, CancellationToken cancellationToken)
    {
        var saved = await sender.SendAsync(new SavePortal(id, form.Slug ?? "", form.Name ?? "", string.IsNullOrWhiteSpace(form.Accent) ? null : form.Accent.Trim(), form.Hotline, form.Version), cancellationToken);
        return saved.Succeeded ? this.Done($"/app/organisations/{id}", texts["Portal.Saved"]) : this.Failed(saved.Failure, form);
    }

    [HttpPost("close")]
    [RequirePermission(NetworkPermissions.Edit)]
    public async Task<IActionResult> Close(Guid id, CancellationToken cancellationToken)
    {
        var closed = await sender.SendAsync(new RemovePortal(id), cancellationToken);
        return closed.Succeeded ? this.Done($"/app/organisations/{id}", texts["Portal.Closed"]) : this.Refused(closed.Failure, $"/app/organisations/{id}");
    }
}
