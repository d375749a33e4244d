using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Security;
using ServicePlatform.Tasks;
using ServicePlatform.Web;

namespace ServicePlatform.Background.Tasks;

/// <summary>Everybody's long tasks.</summary>
[Area("Background")]
[RequirePermission(BackgroundPermissions.Manage)]
[Route("app/tasks")]
internal sealed class TasksController(ISender sender, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? phase, string? after, string? before, CancellationToken cancellationToken)
    {
        var wanted = Enum.TryParse<LongTaskPhase>(phase, out var known) && Enum.IsDefined(known) ? known : (LongTaskPhase?)null;
        var tasks = await sender.AskAsync(new ListTasks(wanted, new PageRequest(after ?? before, before is not null)), cancellationToken);
        return tasks.Succeeded
            ? View(new TaskListPage(tasks.Value, wanted is not null, [.. Enum.GetNames<LongTaskPhase>().Select(name => new SelectListItem(texts["LongTaskPhase." + name], name))]))
            : this.FailedPage(tasks.Failure);
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellationToken)
    {
        var task = await sender.AskAsync(new GetTask(id), cancellationToken);
        if (!task.Succeeded)
        {
            return this.FailedPage(task.Failure);
        }

        // The part that asks again by itself: when the task has ended, the whole page is shown anew.
        if (Request.Headers["HX-Target"] == "task" && !task.Value.State.IsOpen)
        {
            Response.Headers["HX-Refresh"] = "true";
            return NoContent();
        }

        return View(task.Value);
    }

    [HttpPost("{id:guid}/cancel")]
    public async Task<IActionResult> Cancel(Guid id, CancellationToken cancellationToken)
    {
        var cancelled = await sender.SendAsync(new CancelTask(id), cancellationToken);
        return cancelled.Succeeded ? this.Done($"/app/tasks/{id}", texts["Tasks.Stopping"]) : this.FailedPage(cancelled.Failure);
    }
}

internal sealed record TaskListPage(Page<TaskLine> Tasks, bool IsFiltered, IReadOnlyList<SelectListItem> Phases);
