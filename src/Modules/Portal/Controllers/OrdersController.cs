using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ServicePlatform.Portal.Contracts.Views;
using ServicePlatform.Portal.Orders;
using ServicePlatform.Portal.Water;
using ServicePlatform.Security;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.Portal.Controllers;

[Area("Portal")]
[Customer]
internal sealed class OrdersController(ICustomerOrderReader reader, OwnOrders orders, OwnMachines machines, IWorkOrderTexts words, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("/orders")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => View(await orders.ListAsync(cancellationToken));

    [HttpGet("/orders/{number}")]
    public async Task<IActionResult> Show(string number, CancellationToken cancellationToken)
    {
        if (await reader.OrderAsync(number, cancellationToken) is not { } detail)
        {
            return NotFound();
        }

        var machine = await MachineAsync(detail.Order.MachineId, cancellationToken);
        var changed = machine?.Filters.Where(filter => detail.ChangedFilterPositions.Contains(filter.Position)).ToList() ?? [];
        return View(new PortalOrderPage(
            detail,
            words.JobType(detail.Order.JobType),
            orders.StateText(detail.Order),
            OwnOrders.ToneOf(detail.Order.State),
            OwnOrders.Stage(detail.Order),
            machine,
            changed));
    }

    [HttpGet("/requests/{number}")]
    public async Task<IActionResult> ShowRequest(string number, CancellationToken cancellationToken)
    {
        if (await reader.RequestAsync(number, cancellationToken) is not { } request)
        {
            return NotFound();
        }

        var order = request.OrderId is { } id ? (await reader.OrdersAsync(50, cancellationToken)).FirstOrDefault(candidate => candidate.Id == id) : null;
        return order is not null
            ? LocalRedirect("~/orders/" + order.Number)
            : View("Request", new PortalRequestPage(
                request,
                words.JobType(request.JobType),
                texts["Request." + request.State],
                OwnOrders.ToneOf(request.State),
                await MachineAsync(request.MachineId, cancellationToken),
                order?.Number));
    }

    private async Task<PortalMachine?> MachineAsync(Guid? id, CancellationToken cancellationToken) =>
        id is null ? null : (await machines.ListAsync(cancellationToken)).FirstOrDefault(machine => machine.Id == id);
}
