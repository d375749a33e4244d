using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Security;
using ServicePlatform.Web;

namespace ServicePlatform.Background.Deliveries;

/// <summary>Follow-ups that could not be done and wait for somebody to look at them.</summary>
[Area("Background")]
[RequirePermission(BackgroundPermissions.Manage)]
[Route("app/deliveries")]
internal sealed class DeliveriesController(ISender sender, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? after, string? before, CancellationToken cancellationToken)
    {
        var parked = await sender.AskAsync(new ListParked(new PageRequest(after ?? before, before is not null)), cancellationToken);
        return parked.Succeeded ? View(parked.Value) : this.FailedPage(parked.Failure);
    }

    /// <summary>One, or all where none is named.</summary>
    [HttpPost("resend")]
    public async Task<IActionResult> Resend(Guid? eventId, string? listener, CancellationToken cancellationToken)
    {
        var sent = await sender.SendAsync(new ResendParked(eventId, listener), cancellationToken);
        return sent.Succeeded ? this.Done("/app/deliveries", texts["Parked.Resent", sent.Value]) : this.Refused(sent.Failure, "/app/deliveries");
    }
}
