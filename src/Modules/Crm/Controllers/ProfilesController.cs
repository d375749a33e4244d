using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Crm.Households;
using ServicePlatform.Security;
using ServicePlatform.Web;

namespace ServicePlatform.Crm.Controllers;

/// <summary>The household profile of a customer.</summary>
[Area("Crm")]
[Route("app/customers/{id:guid}/profile")]
[RequirePermission(CrmPermissions.Edit)]
internal sealed class ProfilesController(ISender sender, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken cancellationToken)
    {
        var detail = await sender.AskAsync(new GetCustomer(id), cancellationToken);
        if (!detail.Succeeded)
        {
            return this.FailedPage(detail.Failure);
        }

        var profile = detail.Value.Profile;
        return View(new ProfileForm
        {
            Scene = profile?.Scene,
            PainPoints = profile?.PainPoints,
            Needs = profile?.Needs,
            Revision = profile?.Revision ?? 0,
            Title = detail.Value.Customer.Name,
        });
    }

    [HttpPost("")]
    public async Task<IActionResult> Edit(Guid id, ProfileForm form, CancellationToken cancellationToken)
    {
        var saved = await sender.SendAsync(new SaveProfile(id, form.Scene, form.PainPoints, form.Needs, form.Revision), cancellationToken);
        return saved.Succeeded ? this.Done($"/app/customers/{id}", texts["Profile.Saved"]) : this.Failed(saved.Failure, form);
    }
}
