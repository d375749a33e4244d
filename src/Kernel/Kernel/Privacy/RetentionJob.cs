using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ServicePlatform.Commands;
using ServicePlatform.Data.Audit;
using ServicePlatform.Data.Privacy;
using ServicePlatform.Data.Sites;
using ServicePlatform.Kernel.Pipeline;
using ServicePlatform.Privacy;
using ServicePlatform.Scheduling;
using ServicePlatform.Security;
using ServicePlatform.Settings;
using ServicePlatform.Sites;

namespace ServicePlatform.Kernel.Privacy;

/// <summary>
/// Removes what has served its purpose, each kind for itself in small transactions; a kind that cannot does not keep the others. Each kind
/// has one audit row in each run, also where the host was killed meanwhile: the next run writes it.
/// </summary>
internal sealed class RetentionJob(SiteDbContext db, UnitOfWork work, RetentionBoard board, ISettings settings, IActorContext actors, IClock clock, ILogger<RetentionJob> logger)
    : IRecurringJob
{
    /// <summary>Command of the audit rows.</summary>
    public const string Act = "Kernel.Privacy.RemoveExpired";

    /// <summary>So few at a time that a writer who waits notices nothing.</summary>
    private const int AtOnce = 200;

    public string Id => "kernel.retention";

    public JobSchedule Schedule { get; } = new JobSchedule.Daily(new TimeOnly(2, 40));

    public async Task<JobReport> RunAsync(CancellationToken cancellationToken)
    {
        foreach (var killed in await db.Set<RetentionRun>().AsNoTracking().Where(run => run.EndedAt == null).Select(run => run.Id).ToListAsync(cancellationToken))
        {
            await EndAsync(killed, isCutShort: true, cancellationToken);
        }

        var terms = await settings.GetAsync<RetentionSettings>(cancellationToken);
        var (removed, failed) = (0, 0);
        foreach (var kind in board.Kinds)
        {
            var (count, isWhole) = await RunAsync(kind, kind.Term.Before(clock.UtcNow, terms.Of(kind)), cancellationToken);
            removed += count;
            failed += isWhole ? 0 : 1;
        }

        return new JobReport(removed, failed);
    }

    private async Task<(int Removed, bool IsWhole)> RunAsync(IRetention kind, DateTime before, CancellationToken cancellationToken)
    {
        var run = new RetentionRun { Kind = kind.Id, Before = before, StartedAt = clock.UtcNow };
        var begun = await work.RunAsync(
            () =>
            {
                db.Add(run);
                return Task.FromResult(Result.Done);
            },
            null,
            cancellationToken);
        if (!begun.Succeeded)
        {
            logger.LogError("The retention of {Kind} could not begin: {Reason}", kind.Id, begun.Failure.Code);
            return (0, false);
        }

        var isWhole = false;
        try
        {
            isWhole = await RemoveAsync(kind, run.Id, before, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogError(exception, "The retention of {Kind} ended early", kind.Id);
        }

        return (await EndAsync(run.Id, !isWhole, cancellationToken), isWhole);
    }

    private async Task<bool> RemoveAsync(IRetention kind, Guid runId, DateTime before, CancellationToken cancellationToken)
    {
        var pass = new RetentionPass(before, AtOnce);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var result = await work.RunAsync<RetentionStep>(
                async () =>
                {
                    var done = await kind.RemoveAsync(pass, cancellationToken) ?? new RetentionStep(0, false);
                    if (done.Removed > 0)
                    {
                        await db.Set<RetentionRun>().Where(row => row.Id == runId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Removed, row => row.Removed + done.Removed), cancellationToken);
                    }

                    return done;
                },
                null,
                cancellationToken);
            if (!result.Succeeded)
            {
                logger.LogError("The retention of {Kind} ended early: {Reason}", kind.Id, result.Failure.Code);
                return false;
            }

            if (!result.Value.IsMore)
            {
                return true;
            }

            pass = pass with { After = result.Value.After };
        }
    }

    private async Task<int> EndAsync(Guid runId, bool isCutShort, CancellationToken cancellationToken)
    {
        var ended = await work.RunAsync<int>(
            async () =>
            {
                var run = await db.Set<RetentionRun>().SingleAsync(row => row.Id == runId, cancellationToken);
                (run.EndedAt, run.IsCutShort) = (clock.UtcNow, isCutShort);
                db.Add(new AuditRow
                {
                    At = clock.UtcNow,
                    ActorKind = actors.Current.Kind,
                    ActorId = actors.Current.UserId,
                    Command = Act,
                    Subjects = JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["Run"] = run.Id.ToString(),
                        ["Kind"] = run.Kind,
                        ["Before"] = run.Before.ToString("O", CultureInfo.InvariantCulture),
                        ["Removed"] = run.Removed.ToString(CultureInfo.InvariantCulture),
                    }),
                    TraceId = Activity.Current?.TraceId.ToString() ?? "",
                });
                return run.Removed;
            },
            null,
            cancellationToken);
        return ended.Succeeded ? ended.Value : 0;
    }
}
