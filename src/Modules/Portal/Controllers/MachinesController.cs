using Microsoft.AspNetCore.Mvc;
using ServicePlatform.Portal.Contracts.Views;
using ServicePlatform.Portal.Orders;
using ServicePlatform.Portal.Water;
using ServicePlatform.Security;

namespace ServicePlatform.Portal.Controllers;

[Area("Portal")]
[Customer]
internal sealed class MachinesController(OwnMachines machines, OwnOrders orders) : Controller
{
    [HttpGet("/machines/{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellationToken)
    {
        var machine = (await machines.ListAsync(cancellationToken)).FirstOrDefault(own => own.Id == id);
        if (machine is null)
        {
            return NotFound();
        }

        var jobs = (await orders.ListAsync(cancellationToken)).Where(job => job.MachineId == id).ToList();
        return View(new PortalMachinePage(machine, jobs));
    }
}
