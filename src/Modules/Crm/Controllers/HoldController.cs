using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Crm.Privacy;
using ServicePlatform.Security;
using ServicePlatform.Web;

namespace ServicePlatform.Crm.Controllers;

/// <summary>Holds a customer because of a dispute or an inquiry, and lifts that.</summary>
[Area("Crm")]
[Route("app/customers/{id:guid}/hold")]
[RequirePermission(CrmPermissions.Hold)]
internal sealed class HoldController(ISender sender, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id, CancellationToken cancellationToken)
    {
        var holds = await sender.AskAsync(new ListHolds(id), cancellationToken);
        return holds.Succeeded ? View(new HoldForm { Holds = holds.Value }) : this.FailedPage(holds.Failure);
    }

    [HttpPost("")]
    public async Task<IActionResult> Hold(Guid id, HoldForm form, CancellationToken cancellationToken) =>
        await AnswerAsync(id, form, await sender.SendAsync(new HoldCustomer(id, form.Reason ?? ""), cancellationToken), texts["Hold.Done"], cancellationToken);

    [HttpPost("lift")]
    public async Task<IActionResult> Lift(Guid id, HoldForm form, CancellationToken cancellationToken) =>
        await AnswerAsync(id, form, await sender.SendAsync(new LiftHold(id, form.Reason ?? ""), cancellationToken), texts["Hold.Lifted"], cancellationToken);

    private async Task<IActionResult> AnswerAsync(Guid id, HoldForm form, Result<Guid> done, string toast, CancellationToken cancellationToken)
    {
        if (done.Succeeded)
        {
            return this.Done($"/app/customers/{id}/hold", toast);
        }

        var holds = await sender.AskAsync(new ListHolds(id), cancellationToken);
        if (!holds.Succeeded)
        {
            return this.FailedPage(holds.Failure);
        }

        form.Holds = holds.Value;
        return this.Failed(done.Failure, form, "Index");
    }
}

internal sealed class HoldForm
{
    public string? Reason { get; set; }

    [BindNever, ValidateNever]
    public CustomerHolds? Holds { get; set; }
}
