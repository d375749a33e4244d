using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using ServicePlatform.Commands;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Exports;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Security;
using ServicePlatform.Web;

namespace ServicePlatform.Devices.Controllers;

[Area("Devices")]
[Route("app/exports")]
[RequirePermission(DevicePermissions.Export)]
internal sealed class ExportsController(ISender sender, IPrincipalReader principals, IActorContext actors, ExportTable table) : Controller
{
    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken cancellationToken) => View(await PreparedAsync(null, cancellationToken));

    [HttpPost("new")]
    public async Task<IActionResult> New(Guid? principalId, CancellationToken cancellationToken)
    {
        var asked = await sender.SendAsync(new ExportCustomers(principalId ?? Guid.Empty), cancellationToken);
        if (!asked.Succeeded)
        {
            return this.Failed(asked.Failure, await PreparedAsync(principalId, cancellationToken));
        }

        // Written as it is read: a hundred thousand customers neither wait nor lie in memory.
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"customers-{asked.Value.Code}.csv\"";
        Response.Headers.CacheControl = "no-store";
        HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await table.WriteAsync(asked.Value.Id, Response.Body, cancellationToken);
        return new EmptyResult();
    }

    private async Task<ExportForm> PreparedAsync(Guid? chosen, CancellationToken cancellationToken)
    {
        var offered = (await principals.ListAsync(cancellationToken)).Where(principal => actors.Current.WorksFor(principal.Id)).ToList();
        return new ExportForm(chosen ?? (offered is [var only] ? only.Id : null), [.. offered.Select(principal => new SelectListItem(principal.Name, principal.Id.ToString()))]);
    }
}

internal sealed record ExportForm(Guid? PrincipalId, IReadOnlyList<SelectListItem> Principals);
