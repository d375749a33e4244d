using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Data.Scheduling;
using ServicePlatform.Kernel.Scheduling;
using ServicePlatform.Security;
using ServicePlatform.Web;

namespace ServicePlatform.Background.Jobs;

/// <summary>The recurring jobs of the site.</summary>
[Area("Background")]
[RequirePermission(BackgroundPermissions.Manage)]
[Route("app/jobs")]
internal sealed class JobsController(JobBoard board, ISender sender, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => View(await board.ReadAsync(cancellationToken));

    [HttpGet("{id}")]
    public async Task<IActionResult> Show(string id, string? after, string? before, CancellationToken cancellationToken) =>
        await board.FindAsync(id, cancellationToken) is { } job
            ? View(new JobPage(job, await board.RunsAsync(id, new PageRequest(after ?? before, before is not null), cancellationToken)))
            : this.FailedPage(Failure.NotFound("kernel.job-unknown"));

    [HttpPost("{id}/run")]
    public async Task<IActionResult> Run(string id, CancellationToken cancellationToken)
    {
        var started = await sender.SendAsync(new RunJob(id), cancellationToken);
        return started.Succeeded ? this.Done($"/app/jobs/{id}", texts["Jobs.Started"]) : this.FailedPage(started.Failure);
    }

    [HttpPost("{id}/pause")]
    public Task<IActionResult> Pause(string id, CancellationToken cancellationToken) => PauseAsync(id, true, cancellationToken);

    [HttpPost("{id}/resume")]
    public Task<IActionResult> Resume(string id, CancellationToken cancellationToken) => PauseAsync(id, false, cancellationToken);

    private async Task<IActionResult> PauseAsync(string id, bool isPaused, CancellationToken cancellationToken)
    {
        var done = await sender.SendAsync(new PauseJob(id, isPaused), cancellationToken);
        return done.Succeeded ? this.Done($"/app/jobs/{id}", texts[isPaused ? "Jobs.Paused" : "Jobs.Resumed"]) : this.FailedPage(done.Failure);
    }
}

internal sealed record JobPage(JobLine Job, Page<JobRun> Runs);
