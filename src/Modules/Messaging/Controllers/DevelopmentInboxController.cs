using Microsoft.AspNetCore.Mvc;
using ServicePlatform.Commands;
using ServicePlatform.Messaging.Development;
using ServicePlatform.Modules;
using ServicePlatform.Security;
using ServicePlatform.Web;

namespace ServicePlatform.Messaging.Controllers;

/// <summary>The messages and codes of the site, for developers. Not found where the host does not run in Development.</summary>
[Area("Messaging")]
[Route("dev/inbox")]
[OfFeature(Features.Development)]
[Everybody]
internal sealed class DevelopmentInboxController(ISender sender) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? q, CancellationToken cancellationToken)
    {
        var messages = await sender.AskAsync(new ReadInbox(q), cancellationToken);
        Response.Headers.CacheControl = "no-store";
        return messages.Succeeded ? View(messages.Value) : this.FailedPage(messages.Failure);
    }
}
