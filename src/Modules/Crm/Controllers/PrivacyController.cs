using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Crm.Privacy;
using ServicePlatform.Security;
using ServicePlatform.Web;

namespace ServicePlatform.Crm.Controllers;

/// <summary>A customer's rights over his data: a copy, and erasing.</summary>
[Area("Crm")]
[Route("app/customers/{id:guid}/privacy")]
[RequirePermission(CrmPermissions.Privacy)]
internal sealed class PrivacyController(ISender sender, IActorContext actors, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id, CancellationToken cancellationToken)
    {
        var kept = await sender.AskAsync(new WhyCustomerIsKept(id), cancellationToken);
        return kept.Succeeded ? View(Prepared(new PrivacyForm(), kept.Value)) : this.FailedPage(kept.Failure);
    }

    [HttpPost("copy")]
    public async Task<IActionResult> Copy(Guid id, CancellationToken cancellationToken)
    {
        var copy = await sender.SendAsync(new CopyCustomer(id), cancellationToken);
        if (!copy.Succeeded)
        {
            return this.FailedPage(copy.Failure);
        }

        Response.Headers.CacheControl = "no-store";
        return File(copy.Value, "application/json", $"{id.ToString("N")[^8..]}.personal-data.json");
    }

    [HttpPost("")]
    public async Task<IActionResult> Erase(Guid id, PrivacyForm form, CancellationToken cancellationToken)
    {
        var erased = await sender.SendAsync(new EraseCustomer(id, form.TypedNumber ?? "", form.Reason), cancellationToken);
        if (erased.Succeeded)
        {
            return this.Done($"/app/customers/{id}", texts["Privacy.Erased"]);
        }

        var kept = await sender.AskAsync(new WhyCustomerIsKept(id), cancellationToken);
        return kept.Succeeded ? this.Failed(erased.Failure, Prepared(form, kept.Value), "Index") : this.FailedPage(kept.Failure);
    }

    private PrivacyForm Prepared(PrivacyForm form, CustomerKept kept)
    {
        form.Kept = kept;
        form.MayHold = actors.Current.Can(CrmPermissions.Hold);
        form.Reasons = [.. Enum.GetNames<ErasureReason>().Where(name => name != nameof(ErasureReason.Restored)).Select(name => new SelectListItem(texts["ErasureReason." + name], name))];
        return form;
    }
}

internal sealed class PrivacyForm
{
    public string? TypedNumber { get; set; }

    public ErasureReason Reason { get; set; }

    public CustomerKept? Kept { get; set; }

    public bool MayHold { get; set; }

    public IReadOnlyList<SelectListItem> Reasons { get; set; } = [];
}
