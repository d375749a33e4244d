using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Audit;
using ServicePlatform.Data.Outbox;
using ServicePlatform.Data.Outside;
using ServicePlatform.Data.Privacy;
using ServicePlatform.Data.Scheduling;
using ServicePlatform.Data.Sites;
using ServicePlatform.Data.Tasks;
using ServicePlatform.Kernel.Pipeline;
using ServicePlatform.Scheduling;
using ServicePlatform.Sites;
using ServicePlatform.Tasks;

namespace ServicePlatform.Kernel.Scheduling;

/// <summary>Clears what nobody asks for any more. The audit log, the timeline and parked deliveries stay; what holds personal data has terms of its own (<see cref="Privacy.RetentionJob"/>).</summary>
internal sealed class Housekeeping(SiteDbContext db, UnitOfWork work, IClock clock) : IRecurringJob
{
    /// <summary>So few at a time that a writer who waits notices nothing.</summary>
    private const int Batch = 500;

    public string Id => "kernel.housekeeping";

    public JobSchedule Schedule { get; } = new JobSchedule.Daily(new TimeOnly(3, 20));

    public async Task<JobReport> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow;
        DateTime Before(int days) => now.AddDays(-days);
        var (operations, events, runs, tasks, removals) = (Before(30), Before(14), Before(90), Before(180), Before(3 * 365));
        var cleared = 0;
        cleared += await ClearAsync(db.Set<OperationRow>().Where(row => row.At < operations), cancellationToken);
        cleared += await ClearAsync(
            db.Set<OutboxEvent>().Where(row => row.At < events && !db.Set<OutboxDelivery>().Any(delivery => delivery.EventId == row.Id && delivery.State != DeliveryState.Delivered)),
            cancellationToken);
        cleared += await ClearAsync(db.Set<OutsideDeliveryRow>().Where(row => row.State == OutsideState.Delivered && row.EndedAt < events), cancellationToken);
        cleared += await ClearAsync(db.Set<JobRun>().Where(row => row.StartedAt < runs), cancellationToken);
        cleared += await ClearAsync(db.Set<LongTaskRow>().Where(row => row.CreatedAt < tasks && row.Phase != LongTaskPhase.Queued && row.Phase != LongTaskPhase.Running), cancellationToken);
        cleared += await ClearAsync(db.Set<RetentionRun>().Where(row => row.StartedAt < removals), cancellationToken);
        return new JobReport(cleared);
    }

    private async Task<int> ClearAsync<T>(IQueryable<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        var all = 0;
        while (true)
        {
            using var pass = await work.EnterGateAsync(cancellationToken);
            var cleared = await rows.Take(Batch).ExecuteDeleteAsync(cancellationToken);
            all += cleared;
            if (cleared < Batch)
            {
                return all;
            }
        }
    }
}
