using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Fields;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Security;
using ServicePlatform.Web;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders.Queries;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>The list of orders and the page of one.</summary>
[Area("WorkOrders")]
[Route("app/orders")]
internal sealed partial class OrdersController(
    ISender sender, OrderScreens screens, IOrganisationReader organisations, IActorContext actors, ICustomFields fields, IStringLocalizer<Texts> texts)
    : Controller
{
    [HttpGet("")]
    [RequirePermission(OrderPermissions.View)]
    public async Task<IActionResult> Index([FromQuery] OrderListInput input, CancellationToken cancellationToken)
    {
        var query = new OrderList(
            ListInput.Tab<OrderTab>(input.View) ?? (input.Text is null ? UsualTab.Of(actors.Current) : OrderTab.All),
            input.Page,
            input.Sort switch { "newest" => OrderSort.Newest, "due" => OrderSort.Due, _ => null },
            Choices.Read<OrderState>(input.State),
            ListInput.OneOf(input.Job, JobTypes.All),
            OrganisationPath(input.Outlet),
            Choices.Read<Urgency>(input.Urgency),
            input.Refused == "2",
            input.Text,
            Request.CustomFilters());
        var page = await sender.AskAsync(query, cancellationToken);
        if (!page.Succeeded)
        {
            return this.FailedPage(page.Failure);
        }

        var counts = await sender.AskAsync(new OrderTabCounts(), cancellationToken);
        var filtered = query is not { State: null, JobType: null, OutletPath: null, Urgency: null, RefusedTwice: false, Text: null, Fields: null or { Count: 0 } };
        return counts.Succeeded
            ? View(new OrderListScreen(query.Tab, counts.Value, page.Value, await OutletsAsync(cancellationToken), await fields.ListAsync(Subjects.OrderKind, null, cancellationToken), filtered))
            : this.FailedPage(counts.Failure);
    }

    [HttpGet("{number}")]
    [RequirePermission(OrderPermissions.View)]
    public async Task<IActionResult> Show(string number, CancellationToken cancellationToken)
    {
        var screen = await screens.BuildAsync(number, cancellationToken);
        return screen.Succeeded ? View(screen.Value) : this.FailedPage(screen.Failure);
    }

    private static string? OrganisationPath(string? text) =>
        text is { Length: > 1 and <= Data.Lengths.Path } && text.StartsWith('/') && text.EndsWith('/') ? text : null;

    private async Task<IReadOnlyList<SelectListItem>> OutletsAsync(CancellationToken cancellationToken)
    {
        if (actors.Current.ScopePath is not { } path)
        {
            return [];
        }

        var below = await organisations.BelowAsync(path, cancellationToken);
        return [.. below.Where(node => node.IsActive && node.Path != path).Select(node => new SelectListItem(node.Name, node.Path))];
    }
}
