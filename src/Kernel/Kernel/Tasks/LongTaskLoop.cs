using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServicePlatform.Data.Sites;
using ServicePlatform.Data.Tasks;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Sites;
using ServicePlatform.Tasks;

namespace ServicePlatform.Kernel.Tasks;

/// <summary>Takes queued tasks, and those whose process has died, and runs a few of them at a time.</summary>
internal sealed class LongTaskLoop(SiteRegistry registry, SiteScopes scopes, LongTaskRun run, LongTaskSignal signal, TimeProvider time, ILogger<LongTaskLoop> logger)
    : BackgroundService
{
    /// <summary>Long tasks are to leave the machine to the people who work on it.</summary>
    private const int AtOnce = 2;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly List<Task> _running = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private int _turn;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await signal.WaitAsync(Interval, time, stoppingToken);
                await TakeAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops. What runs ends at its next report and goes on after the start.
        }

        await Task.WhenAll(_running);
    }

    private async Task TakeAsync(CancellationToken stoppingToken)
    {
        _running.RemoveAll(task => task.IsCompleted);

        // Another site begins each time, so that none with many tasks keeps the others waiting.
        var sites = registry.Running.OrderBy(site => site.Id, StringComparer.Ordinal).ToList();
        var first = sites.Count == 0 ? 0 : _turn++ % sites.Count;
        foreach (var site in sites.Skip(first).Concat(sites.Take(first)))
        {
            if (_running.Count >= AtOnce)
            {
                return;
            }

            try
            {
                foreach (var id in await DueAsync(site, AtOnce - _running.Count, stoppingToken))
                {
                    _running.Add(RunAsync(site, id, stoppingToken));
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // A site whose database is out of order must not keep the others waiting.
                logger.LogError(exception, "The long tasks of the site {Site} cannot be read for now", site.Id);
            }
        }
    }

    private async Task RunAsync(SiteRuntime site, Guid id, CancellationToken stoppingToken)
    {
        try
        {
            await run.RunAsync(site, id, stoppingToken);
        }
        finally
        {
            signal.Raise(site.Id);
        }
    }

    private async Task<List<Guid>> DueAsync(SiteRuntime site, int most, CancellationToken cancellationToken)
    {
        await using var scope = scopes.Open(site);
        var db = scope.ServiceProvider.GetRequiredService<SiteDbContext>();
        var now = scope.ServiceProvider.GetRequiredService<IClock>().UtcNow;
        if (site.Gate.IsNeeded && _seen.Add(site.ConnectionString))
        {
            // This process alone writes that file: whoever ran the tasks that still count as running is dead.
            using var pass = await site.Gate.EnterAsync(cancellationToken);
            await db.Set<LongTaskRow>().Where(row => row.Phase == LongTaskPhase.Running && row.Node != LongTaskRun.Node)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Phase, LongTaskPhase.Queued), cancellationToken);
        }

        // Nobody holds a task for so long: the clock was set back since.
        var tooFar = now + (2 * LongTaskRun.Hold);
        var due = await db.Set<LongTaskRow>().AsNoTracking()
            .Where(row => row.Phase == LongTaskPhase.Queued || (row.Phase == LongTaskPhase.Running && (row.HeldUntil < now || row.HeldUntil > tooFar)))
            .OrderBy(row => row.CreatedAt)
            .Select(row => row.Id)
            .Take(most + AtOnce)
            .ToListAsync(cancellationToken);
        return due.Where(id => !signal.IsRunning(id)).Take(most).ToList();
    }
}
