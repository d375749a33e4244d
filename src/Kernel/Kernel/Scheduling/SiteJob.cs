using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;
using ServicePlatform.Data;
using ServicePlatform.Data.Host;
using ServicePlatform.Data.Scheduling;
using ServicePlatform.Data.Sites;
using ServicePlatform.Kernel.Plugins;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Kernel.Tasks;
using ServicePlatform.Kernel.Telemetry;
using ServicePlatform.Scheduling;
using ServicePlatform.Sites;

namespace ServicePlatform.Kernel.Scheduling;

/// <summary>Runs the recurring job of a site that its key names, and keeps the log of runs.</summary>
[DisallowConcurrentExecution]
internal sealed class SiteJob(SiteRegistry registry, SiteScopes scopes, PlatformTelemetry telemetry, ILogger<SiteJob> logger) : IJob
{
    /// <summary>In the data of a run that somebody started by hand.</summary>
    public const string StartedBy = "startedBy";

    public static JobKey KeyOf(string siteId, string jobId) => new(jobId, siteId);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var (siteId, jobId) = (context.JobDetail.Key.Group, context.JobDetail.Key.Name);
        var site = registry.Find(siteId);
        if (site is not (null or { Fault: null, Row.State: SiteState.Running }))
        {
            return;
        }

        await using var scope = site is null ? (AsyncServiceScope?)null : scopes.Open(site);
        if (scope?.ServiceProvider.GetServices<IRecurringJob>().SingleOrDefault(candidate => candidate.Id == jobId) is not { } job)
        {
            // The site was deleted or the feature switched off; the plan puts the job back when it is on again.
            await context.Scheduler.DeleteJob(context.JobDetail.Key, cancellationToken);
            return;
        }

        var by = context.MergedJobDataMap.TryGetValue(StartedBy, out var value) && Guid.TryParse(value?.ToString(), out var user) ? user : (Guid?)null;
        await RunAsync(site!, job, by, cancellationToken);
    }

    /// <summary>Runs it now, in this process.</summary>
    public async Task RunAsync(SiteRuntime site, IRecurringJob job, Guid? startedBy, CancellationToken cancellationToken)
    {
        using var work = telemetry.Begin(WorkKinds.Job, job.Id, site.Id);
        var run = await BeginAsync(site, job.Id, startedBy, cancellationToken);
        try
        {
            var report = await job.RunAsync(cancellationToken);
            work.Ended(report.Failed == 0 ? "ok" : "failed");
            await EndAsync(site, run, report.Failed == 0 ? JobRunState.Succeeded : JobRunState.Failed, report, null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            work.Ended("interrupted");
            await EndAsync(site, run, JobRunState.Interrupted, null, null);
        }
        catch (PluginRestingException resting)
        {
            logger.LogWarning("The job {Job} of the site {Site} was left out: the plugin {Plugin} rests", job.Id, site.Id, resting.Plugin.Id);
            await EndAsync(site, run, JobRunState.Interrupted, null, resting.Message);
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The job {Job} of the site {Site} failed", job.Id, site.Id);
            await EndAsync(site, run, JobRunState.Failed, null, $"{exception.GetType().Name}: {exception.GetBaseException().Message}");
        }
    }

    private async Task<Guid> BeginAsync(SiteRuntime site, string jobId, Guid? startedBy, CancellationToken cancellationToken)
    {
        await using var scope = scopes.Open(site);
        var db = scope.ServiceProvider.GetRequiredService<SiteDbContext>();
        var now = scope.ServiceProvider.GetRequiredService<IClock>().UtcNow;
        using var pass = await site.Gate.EnterAsync(cancellationToken);

        // One job never runs twice at once: what still counts as running was killed.
        await db.Set<JobRun>().Where(run => run.JobId == jobId && run.State == JobRunState.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(run => run.State, JobRunState.Interrupted).SetProperty(run => run.EndedAt, now), cancellationToken);
        var row = new JobRun { JobId = jobId, StartedAt = now, State = JobRunState.Running, StartedBy = startedBy, Node = LongTaskRun.Node };
        db.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        return row.Id;
    }

    private async Task EndAsync(SiteRuntime site, Guid runId, JobRunState state, JobReport? report, string? error)
    {
        await using var scope = scopes.Open(site);
        var db = scope.ServiceProvider.GetRequiredService<SiteDbContext>();
        var now = scope.ServiceProvider.GetRequiredService<IClock>().UtcNow;
        var shown = error?.Length > Lengths.Text ? error[..Lengths.Text] : error;
        var (done, failed) = (report?.Done ?? 0, report?.Failed ?? 0);
        using var pass = await site.Gate.EnterAsync(CancellationToken.None);
        await db.Set<JobRun>().Where(run => run.Id == runId).ExecuteUpdateAsync(set => set
            .SetProperty(run => run.State, state).SetProperty(run => run.EndedAt, now)
            .SetProperty(run => run.Done, done).SetProperty(run => run.Failed, failed).SetProperty(run => run.Error, shown));
    }
}
