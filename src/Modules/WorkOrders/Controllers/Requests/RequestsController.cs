using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Security;
using ServicePlatform.Web;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Requests.Queries;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>The inbox and the page of one request.</summary>
[Area("WorkOrders")]
[Route("app/requests")]
internal sealed partial class RequestsController(ISender sender, TimeSlots slots, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    [RequirePermission(OrderPermissions.View)]
    public async Task<IActionResult> Index([FromQuery] RequestListInput input, CancellationToken cancellationToken)
    {
        var query = new RequestInbox(
            ListInput.Tab<InboxTab>(input.View) ?? (input.Text is null ? InboxTab.New : InboxTab.All),
            input.Page,
            Choices.Read<RequestState>(input.State),
            ListInput.OneOf(input.Job, JobTypes.All),
            ListInput.OneOf(input.Channel, Channels.All),
            Choices.Read<Urgency>(input.Urgency),
            input.Text);
        var page = await sender.AskAsync(query, cancellationToken);
        if (!page.Succeeded)
        {
            return this.FailedPage(page.Failure);
        }

        var counts = await sender.AskAsync(new RequestInboxCounts(), cancellationToken);
        var filtered = query is not { State: null, JobType: null, Channel: null, Urgency: null, Text: null };
        return counts.Succeeded
            ? View(new RequestListScreen(query.Tab, counts.Value, page.Value, filtered))
            : this.FailedPage(counts.Failure);
    }

    [HttpGet("{number}")]
    [RequirePermission(OrderPermissions.View)]
    public async Task<IActionResult> Show(string number, CancellationToken cancellationToken)
    {
        var page = await sender.AskAsync(new GetRequest(number), cancellationToken);
        return page.Succeeded ? View(RequestScreen.Of(page.Value)) : this.FailedPage(page.Failure);
    }

    private static string PathOf(string number) => "/app/requests/" + Uri.EscapeDataString(number);
}
