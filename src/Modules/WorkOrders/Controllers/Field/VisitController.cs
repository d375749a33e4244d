using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.Ui;
using ServicePlatform.Web;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Visits.Queries;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>A visit on the technician's phone. Every act is a plain form post; with script it stays on the page.</summary>
[Area("WorkOrders")]
[Route("app/visits/{number}")]
internal sealed partial class VisitController(ISender sender, IClock clock, IStringLocalizer<Texts> texts) : Controller
{
    /// <param name="step">Code of a step to show instead of the next one.</param>
    /// <param name="part">Another part of the visit: <c>nobody-home</c>, <c>photo</c>.</param>
    [HttpGet("")]
    [RequirePermission(OrderPermissions.Work)]
    public async Task<IActionResult> Show(string number, string? step, string? part, CancellationToken cancellationToken)
    {
        var visit = await sender.AskAsync(new GetMyVisit(number), cancellationToken);
        return visit.Succeeded ? View(VisitScreen.Of(visit.Value, step, part)) : this.FailedPage(visit.Failure);
    }

    private static string PathOf(string number) => "/app/visits/" + Uri.EscapeDataString(number);

    /// <summary>The time of the act: the device's, or now.</summary>
    private DateTime TimeOf(ActInput input) => input.At?.UtcDateTime ?? clock.UtcNow;

    /// <summary>Back to the visit, which shows what is next.</summary>
    private async Task<IActionResult> ActAsync<T>(string number, ActInput input, ICommand<T> command, VisitPart part, string? step, CancellationToken cancellationToken)
    {
        var result = await sender.SendAsync(command, cancellationToken);
        return result.Succeeded || IsRepeat(input, result.Failure)
            ? LocalRedirect("~" + PathOf(number))
            : await AgainAsync(number, result.Failure, part, step, cancellationToken);
    }

    /// <summary>An act that ends the visit leads back to the day.</summary>
    private async Task<IActionResult> EndAsync(string number, ActInput input, ICommand<Done> command, VisitPart part, string toast, CancellationToken cancellationToken)
    {
        var result = await sender.SendAsync(command, cancellationToken);
        if (!result.Succeeded && !IsRepeat(input, result.Failure))
        {
            return await AgainAsync(number, result.Failure, part, null, cancellationToken);
        }

        if (!Request.IsFragment())
        {
            return this.Done("/app/my-day", toast);
        }

        // The day has another head: the whole page changes.
        TempData[PageResults.ToastKey] = toast;
        Response.Headers["HX-Redirect"] = Url.Content("~/app/my-day");
        return Ok();
    }

    /// <summary>Without script the time is taken here, so the same form sent twice is not quite the same; it was done the first time.</summary>
    private static bool IsRepeat(ActInput input, Failure failure) => input.At is null && failure.Code == "kernel.operation-reused";

    private async Task<IActionResult> AgainAsync(string number, Failure failure, VisitPart part, string? step, CancellationToken cancellationToken)
    {
        if (failure.Kind is FailureKind.NotFound or FailureKind.Forbidden)
        {
            return this.FailedPage(failure);
        }

        var visit = await sender.AskAsync(new GetMyVisit(number), cancellationToken);
        if (!visit.Succeeded)
        {
            return this.FailedPage(visit.Failure);
        }

        var screen = VisitScreen.Of(visit.Value, step, part == VisitPart.Step ? null : Words.Kebab(part.ToString()));
        return this.Failed(failure, screen, nameof(Show));
    }
}
