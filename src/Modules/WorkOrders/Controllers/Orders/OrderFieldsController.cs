using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Fields;
using ServicePlatform.Security;
using ServicePlatform.Web;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders.Fields;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>Fills in the fields that the site has added to its jobs.</summary>
[Area("WorkOrders")]
[Route("app/orders/{number}/fields")]
[RequirePermission(OrderPermissions.Book)]
internal sealed class OrderFieldsController(ISender sender, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(string number, CancellationToken cancellationToken)
    {
        var sheet = await sender.AskAsync(new GetOrderFields(number), cancellationToken);
        return sheet.Succeeded ? View(sheet.Value) : this.FailedPage(sheet.Failure);
    }

    [HttpPost("")]
    public async Task<IActionResult> Edit(string number, Dictionary<string, string?> customFields, CancellationToken cancellationToken)
    {
        var sheet = await sender.AskAsync(new GetOrderFields(number), cancellationToken);
        if (!sheet.Succeeded)
        {
            return this.FailedPage(sheet.Failure);
        }

        var set = await sender.SendAsync(new SetOrderFields(sheet.Value.OrderId, CustomFieldInput.Whole(customFields)), cancellationToken);
        return set.Succeeded ? this.Done($"/app/orders/{sheet.Value.Number}", texts["Ui.Done.Fields"]) : this.Failed(set.Failure, sheet.Value);
    }
}
