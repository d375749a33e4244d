using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Data.Outside;
using ServicePlatform.Outside;
using ServicePlatform.Security;
using ServicePlatform.Web;

namespace ServicePlatform.Background.Outside;

/// <summary>What leaves the product for others, and has not arrived yet.</summary>
[Area("Background")]
[RequirePermission(BackgroundPermissions.Manage)]
[Route("app/outside")]
internal sealed class OutsideController(ISender sender, IEnumerable<OutsideDelivery> kinds, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(OutsideState? state, string? after, string? before, CancellationToken cancellationToken)
    {
        var page = await sender.AskAsync(new ListOutside(state, new PageRequest(after ?? before, before is not null)), cancellationToken);
        return page.Succeeded
            ? View(new OutsidePage(
                page.Value,
                [.. Enum.GetValues<OutsideState>().Select(one => new SelectListItem(texts["OutsideState." + one], one.ToString(), one == state))],
                state is not null,
                kinds.ToDictionary(kind => kind.Kind, StringComparer.Ordinal)))
            : this.FailedPage(page.Failure);
    }

    /// <summary>One, or all that were given up where none is named.</summary>
    [HttpPost("again")]
    public async Task<IActionResult> Again(Guid? id, CancellationToken cancellationToken)
    {
        var tried = await sender.SendAsync(new TryOutsideAgain(id), cancellationToken);
        return tried.Succeeded ? this.Done("/app/outside", texts["Outside.Again", tried.Value]) : this.Refused(tried.Failure, "/app/outside");
    }
}

/// <param name="Kinds">Those of enabled features.</param>
internal sealed record OutsidePage(Page<OutsideDeliveryRow> Deliveries, IReadOnlyList<SelectListItem> States, bool IsFiltered, IReadOnlyDictionary<string, OutsideDelivery> Kinds);
