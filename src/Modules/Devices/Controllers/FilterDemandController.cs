using Microsoft.AspNetCore.Mvc;
using ServicePlatform.Commands;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Filters;
using ServicePlatform.Security;
using ServicePlatform.Web;

namespace ServicePlatform.Devices.Controllers;

/// <summary>What a warehouse plans by.</summary>
[Area("Devices")]
[Route("app/filter-demand")]
[RequirePermission(DevicePermissions.Demand)]
internal sealed class FilterDemandController(ISender sender) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        var rows = await sender.AskAsync(new FilterDemand(), cancellationToken);
        return rows.Succeeded ? View(rows.Value) : this.FailedPage(rows.Failure);
    }
}
