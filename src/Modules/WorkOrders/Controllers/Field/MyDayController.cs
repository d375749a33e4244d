using Microsoft.AspNetCore.Mvc;
using ServicePlatform.Commands;
using ServicePlatform.Security;
using ServicePlatform.Web;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Visits.Queries;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>A technician's day on his phone: today, what comes, what is done.</summary>
[Area("WorkOrders")]
[Route("app/my-day")]
internal sealed class MyDayController(ISender sender) : Controller
{
    [HttpGet("")]
    [RequirePermission(OrderPermissions.Work)]
    public async Task<IActionResult> Index(string? view, CancellationToken cancellationToken)
    {
        var today = await sender.AskAsync(new MyDay(), cancellationToken);
        if (!today.Succeeded)
        {
            return this.FailedPage(today.Failure);
        }

        var tab = ListInput.Tab<MyDayTab>(view) ?? MyDayTab.Today;
        if (tab == MyDayTab.Today)
        {
            return View(new MyDayScreen(tab, today.Value, today.Value.Visits));
        }

        var others = await sender.AskAsync(new MyVisitList(tab == MyDayTab.Done), cancellationToken);
        return others.Succeeded ? View(new MyDayScreen(tab, today.Value, others.Value)) : this.FailedPage(others.Failure);
    }
}

internal enum MyDayTab
{
    Today,
    Next,
    Done,
}

/// <param name="Visits">Those of the tab.</param>
internal sealed record MyDayScreen(MyDayTab Tab, DayList Today, IReadOnlyList<DayVisit> Visits)
{
    /// <summary>The visit under way, or else the next one of today; null where all is done.</summary>
    public DayVisit? Next =>
        Today.Visits.FirstOrDefault(visit => visit.State is VisitState.EnRoute or VisitState.Arrived or VisitState.Working)
        ?? Today.Visits.FirstOrDefault(visit => visit.State == VisitState.Confirmed);
}
