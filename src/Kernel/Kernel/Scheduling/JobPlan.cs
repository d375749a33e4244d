using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;
using ServicePlatform.Data.Host;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Kernel.Web;
using ServicePlatform.Scheduling;

namespace ServicePlatform.Kernel.Scheduling;

/// <summary>Starts the scheduler when the sites are open, and keeps its plan in step with them and their features.</summary>
internal sealed class JobPlan(ISchedulerFactory factory, SiteRegistry registry, SiteScopes scopes, PlatformState state, TimeProvider time, ILogger<JobPlan> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, SiteRuntime> _planned = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        IScheduler? scheduler = null;
        try
        {
            await state.WhenReady.WaitAsync(stoppingToken);
            scheduler = await factory.GetScheduler(stoppingToken);
            await PlanAsync(scheduler, stoppingToken);
            await scheduler.Start(stoppingToken);
            var last = time.GetUtcNow();
            while (true)
            {
                await Task.Delay(Interval, time, stoppingToken);
                var now = time.GetUtcNow();
                if (now < last - Interval)
                {
                    // The clock was set back: what runs at intervals would pause until it has caught up.
                    _planned.Clear();
                }

                last = now;
                await PlanAsync(scheduler, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Jobs end at their next look at the token and run again after the start.
        }
        catch (Exception exception)
        {
            // The host serves without its jobs; the board says that they do not run.
            logger.LogCritical(exception, "The scheduler could not start: recurring jobs do not run");
        }

        if (scheduler is not null)
        {
            await scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None);
        }
    }

    private async Task PlanAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        // A runtime is replaced as a whole when anything of its site changes.
        foreach (var site in registry.All.Where(site => site is { Fault: null, Row.State: SiteState.Running } && _planned.GetValueOrDefault(site.Id) != site))
        {
            try
            {
                await PlanAsync(scheduler, site, cancellationToken);
                _planned[site.Id] = site;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "The jobs of the site {Site} could not be planned", site.Id);
            }
        }
    }

    private async Task PlanAsync(IScheduler scheduler, SiteRuntime site, CancellationToken cancellationToken)
    {
        await using var scope = scopes.Open(site);
        foreach (var job in scope.ServiceProvider.GetServices<IRecurringJob>())
        {
            var key = SiteJob.KeyOf(site.Id, job.Id);
            var schedule = $"{job.Schedule} {site.TimeZone.Id}";
            var planned = await scheduler.GetTrigger(TriggerOf(key), cancellationToken);
            if (planned?.Description == schedule && !IsTooFar(planned, job.Schedule))
            {
                continue;
            }

            var trigger = TriggerBuilder.Create(time).WithIdentity(TriggerOf(key)).ForJob(key).WithDescription(schedule)
                .WithSchedule(Schedule(job.Schedule, site.TimeZone)).StartAt(time.GetUtcNow() + FirstPause(job.Schedule)).Build();
            var detail = JobBuilder.Create<SiteJob>().WithIdentity(key).RequestRecovery().DisallowConcurrentExecution().Build();
            var isPaused = planned is not null && await scheduler.GetTriggerState(TriggerOf(key), cancellationToken) == TriggerState.Paused;
            await scheduler.ScheduleJob(detail, trigger, ScheduleJobOptions.Replacing, cancellationToken);
            if (isPaused)
            {
                await scheduler.PauseJob(key, cancellationToken);
            }
        }
    }

    /// <summary>Due later than after one more pause: the clock was set back since it was planned.</summary>
    private bool IsTooFar(ITrigger planned, JobSchedule schedule) =>
        schedule is JobSchedule.Every every && planned.NextFireTimeUtc > time.GetUtcNow() + every.Interval + Interval;

    public static TriggerKey TriggerOf(JobKey job) => new(job.Name, job.Group);

    private static IScheduleBuilder Schedule(JobSchedule schedule, TimeZoneInfo zone) => schedule switch
    {
        JobSchedule.Every every => SimpleScheduleBuilder.Create().WithInterval(every.Interval).RepeatForever()
            .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount),
        JobSchedule.Daily daily => CronScheduleBuilder.Create($"0 {daily.At.Minute} {daily.At.Hour} ? * *").InTimeZone(zone)
            .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed),
        _ => throw new InvalidOperationException($"Unknown schedule {schedule}."),
    };

    /// <summary>The start of a host is not the moment for all intervals to begin.</summary>
    private static TimeSpan FirstPause(JobSchedule schedule) => schedule is JobSchedule.Every every ? every.Interval : TimeSpan.Zero;
}
