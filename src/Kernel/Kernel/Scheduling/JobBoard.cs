using Microsoft.EntityFrameworkCore;
using Quartz;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Data.Scheduling;
using ServicePlatform.Data.Sites;
using ServicePlatform.Kernel.Localization;
using ServicePlatform.Kernel.Plugins;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Scheduling;
using ServicePlatform.Security;

namespace ServicePlatform.Kernel.Scheduling;

/// <summary>A recurring job of the site as people see it.</summary>
/// <param name="NextAt">UTC; null while it is paused or not planned yet.</param>
/// <param name="LastRun">Null before the first.</param>
public sealed record JobLine(string Id, string Name, string Purpose, JobSchedule Schedule, bool IsPaused, DateTime? NextAt, JobRun? LastRun);

/// <summary>The recurring jobs of the current site: what they did last, and what they do next.</summary>
public sealed class JobBoard
{
    private readonly ISchedulerFactory _factory;
    private readonly IReadOnlyList<IRecurringJob> _jobs;
    private readonly SiteContext _site;
    private readonly SiteDbContext _db;
    private readonly ModuleTexts _texts;
    private readonly IActorContext _actors;

    internal JobBoard(ISchedulerFactory factory, IEnumerable<IRecurringJob> jobs, SiteContext site, SiteDbContext db, ModuleTexts texts, IActorContext actors) =>
        (_factory, _jobs, _site, _db, _texts, _actors) = (factory, [.. jobs], site, db, texts, actors);

    public async Task<IReadOnlyList<JobLine>> ReadAsync(CancellationToken cancellationToken)
    {
        var lines = new List<JobLine>();
        foreach (var job in _jobs.OrderBy(job => job.Id, StringComparer.Ordinal))
        {
            lines.Add(await ReadAsync(job, cancellationToken));
        }

        return lines;
    }

    public async Task<JobLine?> FindAsync(string jobId, CancellationToken cancellationToken) =>
        _jobs.FirstOrDefault(job => job.Id == jobId) is { } job ? await ReadAsync(job, cancellationToken) : null;

    /// <summary>Its runs, the newest first.</summary>
    public Task<Page<JobRun>> RunsAsync(string jobId, PageRequest page, CancellationToken cancellationToken) =>
        _db.Set<JobRun>().AsNoTracking().Where(run => run.JobId == jobId).ToPageAsync(run => run.StartedAt, run => run.Id, page, descending: true, cancellationToken);

    /// <summary>Runs it as soon as there is room, in the name of the actor; also while it is paused.</summary>
    public async Task<Result<Done>> RunNowAsync(string jobId, CancellationToken cancellationToken)
    {
        var scheduler = await _factory.GetScheduler(cancellationToken);
        var key = SiteJob.KeyOf(_site.Id, jobId);
        if (_jobs.All(job => job.Id != jobId) || await scheduler.GetTrigger(JobPlan.TriggerOf(key), cancellationToken) is null)
        {
            return Failure.NotFound("kernel.job-unknown");
        }

        await scheduler.TriggerJob(key, new JobDataMap { [SiteJob.StartedBy] = _actors.Current.UserId.ToString() }, cancellationToken);
        return Result.Done;
    }

    public async Task<Result<Done>> PauseAsync(string jobId, bool isPaused, CancellationToken cancellationToken)
    {
        var scheduler = await _factory.GetScheduler(cancellationToken);
        var key = SiteJob.KeyOf(_site.Id, jobId);
        if (_jobs.All(job => job.Id != jobId) || await scheduler.GetTrigger(JobPlan.TriggerOf(key), cancellationToken) is null)
        {
            return Failure.NotFound("kernel.job-unknown");
        }

        await (isPaused ? scheduler.PauseJob(key, cancellationToken) : scheduler.ResumeJob(key, cancellationToken));
        return Result.Done;
    }

    private async Task<JobLine> ReadAsync(IRecurringJob job, CancellationToken cancellationToken)
    {
        var scheduler = await _factory.GetScheduler(cancellationToken);
        var trigger = JobPlan.TriggerOf(SiteJob.KeyOf(_site.Id, job.Id));
        var isPaused = await scheduler.GetTriggerState(trigger, cancellationToken) == TriggerState.Paused;
        var next = isPaused ? null : (await scheduler.GetTrigger(trigger, cancellationToken))?.NextFireTimeUtc;
        var last = await _db.Set<JobRun>().AsNoTracking().Where(run => run.JobId == job.Id).OrderByDescending(run => run.StartedAt).FirstOrDefaultAsync(cancellationToken);
        return new JobLine(
            job.Id,
            _texts.Find(GuardedContract.TypeOf(job).Assembly, "Job." + job.Id) ?? job.Id,
            _texts.Find(GuardedContract.TypeOf(job).Assembly, $"Job.{job.Id}.Description") ?? "",
            job.Schedule,
            isPaused,
            next?.UtcDateTime,
            last);
    }
}
