using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Network.Areas;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Network.Organisations.Access;
using ServicePlatform.Web;

namespace ServicePlatform.Network.Controllers;

/// <summary>The service areas of an organisation.</summary>
[Area("Network")]
[Route("app/organisations/{id:guid}/areas")]
[EditsNetwork]
internal sealed class AreasController(ISender sender, ISkillNames names, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("new")]
    public async Task<IActionResult> New(Guid id, CancellationToken cancellationToken)
    {
        var form = new AreaForm();
        return await PrepareAsync(id, form, cancellationToken) is { } failure ? this.FailedPage(failure) : View(form);
    }

    [HttpPost("new")]
    public async Task<IActionResult> New(Guid id, AreaForm form, CancellationToken cancellationToken)
    {
        var command = new AddAreas(id, form.PrincipalId ?? Guid.Empty, form.CategoryCodes, form.DivisionCodes, form.IsPrimary, form.ExceptionReason);
        var added = ModelState.IsValid ? await sender.SendAsync(command, cancellationToken) : Failure.Invalid([]);
        if (added.Succeeded)
        {
            return this.Done($"/app/organisations/{id}", texts["Area.Saved"]);
        }

        return await PrepareAsync(id, form, cancellationToken) is { } failure ? this.FailedPage(failure) : this.Failed(added.Failure, form);
    }

    [HttpPost("{areaId:guid}/remove")]
    public async Task<IActionResult> Remove(Guid id, Guid areaId, CancellationToken cancellationToken) =>
        Back(id, await sender.SendAsync(new RemoveArea(areaId), cancellationToken), "Area.Removed");

    [HttpPost("{areaId:guid}/primary")]
    public async Task<IActionResult> Primary(Guid id, Guid areaId, bool isPrimary, string? exceptionReason, CancellationToken cancellationToken) =>
        Back(id, await sender.SendAsync(new SetPrimary(areaId, isPrimary, exceptionReason), cancellationToken), "Area.Saved");

    private IActionResult Back(Guid id, Result<Done> result, string toast) =>
        result.Succeeded ? this.Done($"/app/organisations/{id}", texts[toast]) : this.Refused(result.Failure, $"/app/organisations/{id}");

    private async Task<Failure?> PrepareAsync(Guid id, AreaForm form, CancellationToken cancellationToken)
    {
        var detail = await sender.AskAsync(new GetOrganisation(id), cancellationToken);
        if (!detail.Succeeded)
        {
            return detail.Failure;
        }

        if (!detail.Value.MayEdit)
        {
            return Failure.Forbidden("network.not-yours");
        }

        form.Title = detail.Value.Organisation.Name;
        form.DivisionCode ??= detail.Value.Organisation.DivisionCode;
        form.PrincipalId ??= detail.Value.Principals.Count == 1 ? detail.Value.Principals[0].Id : null;
        ViewData["Principals"] = detail.Value.Principals.Select(principal => new SelectListItem(principal.Name, principal.Id.ToString())).ToList();
        ViewData["Categories"] = (await names.CategoriesAsync(cancellationToken)).Select(category => new SelectListItem(category.Name, category.Code)).ToList();
        return null;
    }
}
