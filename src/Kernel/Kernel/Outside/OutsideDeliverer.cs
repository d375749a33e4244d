using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Data.Outside;
using ServicePlatform.Data.Sites;
using ServicePlatform.Kernel.Events;
using ServicePlatform.Kernel.Pipeline;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Kernel.Telemetry;
using ServicePlatform.Outside;
using ServicePlatform.Sites;

namespace ServicePlatform.Kernel.Outside;

/// <summary>Hands what is due in one site to the outside. No transaction and no gate is held while the other side takes its time.</summary>
internal sealed class OutsideDeliverer(SiteScopes scopes, PlatformTelemetry telemetry, ILogger<OutsideDeliverer> logger)
{
    private const int Batch = 50;
    private const int AtOnce = 4;

    /// <summary>After so many failures without a success between them the rest waits for the next round: the other side is down.</summary>
    private const int FailuresInRow = 8;

    /// <summary>An attempt that is not recorded within this time counts as died, and the delivery is due again.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);

    /// <summary>One run at a time for a site: a second one begins when the first has ended.</summary>
    /// <param name="site">Whose deliveries.</param>
    /// <param name="cancellationToken">Stops between deliveries.</param>
    /// <param name="at">The time at which they leave, where the past is replayed; null for now.</param>
    /// <returns>How many were delivered or given up.</returns>
    public async Task<int> DeliverAsync(SiteRuntime site, CancellationToken cancellationToken, DateTime? at = null)
    {
        var turn = _turns.GetOrAdd(site.Id, _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await RunAsync(site, at, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<int> RunAsync(SiteRuntime site, DateTime? at, CancellationToken cancellationToken)
    {
        var due = await DueAsync(site, cancellationToken);
        var (settled, inRow) = (0, 0);
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (delivery, stop) =>
        {
            if (Volatile.Read(ref inRow) >= FailuresInRow)
            {
                return;
            }

            switch (await TryAsync(site, delivery, at, stop))
            {
                case OutsideOutcome.TryAgain:
                    Interlocked.Increment(ref inRow);
                    break;
                case not null:
                    Volatile.Write(ref inRow, 0);
                    Interlocked.Increment(ref settled);
                    break;
            }
        });
        return settled;
    }

    private async Task<List<Due>> DueAsync(SiteRuntime site, CancellationToken cancellationToken)
    {
        await using var scope = scopes.Open(site);
        var services = scope.ServiceProvider;
        var now = services.GetRequiredService<IClock>().UtcNow;

        // What a feature that was switched off has left behind waits until it is on again.
        var kinds = services.GetServices<OutsideDelivery>().Select(kind => kind.Kind).ToList();
        return kinds.Count == 0 ? [] : await services.GetRequiredService<SiteDbContext>().Set<OutsideDeliveryRow>().AsNoTracking()
            .Where(row => row.State == OutsideState.Waiting && kinds.Contains(row.Kind))
            .Due(now, OutsidePauses.Longest + Hold, Batch)
            .Select(row => new Due(row.Id, row.Kind, row.SubjectId, row.Attempts, row.NextAttemptAt, row.TriedUntil))
            .ToListAsync(cancellationToken);
    }

    /// <returns>Null where another process has it.</returns>
    private async Task<OutsideOutcome?> TryAsync(SiteRuntime site, Due due, DateTime? at, CancellationToken cancellationToken)
    {
        // The words of a failure are kept for whoever looks after the site.
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = site.Culture;
        await using var scope = scopes.Open(site);
        var services = scope.ServiceProvider;
        if (at is { } past)
        {
            services.GetRequiredService<ScopeClock>().ActAt(past);
        }

        var kind = services.GetServices<OutsideDelivery>().Single(known => known.Kind == due.Kind);
        try
        {
            if (!await ClaimAsync(services, due, cancellationToken))
            {
                return null;
            }

            using var work = telemetry.Begin(WorkKinds.Outside, due.Kind, site.Id);
            var sent = await SendAsync(kind, due, cancellationToken);
            var outcome = await RecordAsync(services, kind, due, sent, cancellationToken);
            work.Ended(outcome switch { OutsideOutcome.Delivered => "ok", OutsideOutcome.GivenUp => "given-up", _ => "failed" });
            return outcome;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Taken up again when its hold is over; the row says by then that it was tried.
            logger.LogError(exception, "What became of the delivery {Delivery} of the site {Site} could not be written", due.Id, site.Id);
            return OutsideOutcome.TryAgain;
        }
    }

    private static async Task<bool> ClaimAsync(IServiceProvider services, Due due, CancellationToken cancellationToken)
    {
        var until = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime + Hold;
        using var pass = await services.GetRequiredService<UnitOfWork>().EnterGateAsync(cancellationToken);
        return await services.GetRequiredService<SiteDbContext>().Set<OutsideDeliveryRow>()
            .Where(row => row.Id == due.Id && row.State == OutsideState.Waiting && row.NextAttemptAt == due.NextAttemptAt)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAttemptAt, until).SetProperty(row => row.Attempts, due.Attempts + 1), cancellationToken) == 1;
    }

    private async Task<Result<string>> SendAsync(OutsideDelivery kind, Due due, CancellationToken cancellationToken)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(Patience);
        try
        {
            return await kind.SendAsync(due.SubjectId, late.Token).WaitAsync(late.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failure.Unavailable("kernel.outside-late", (int)Patience.TotalSeconds);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogWarning(exception, "The delivery {Delivery} of kind {Kind} broke off", due.Id, due.Kind);
            return Failure.Unavailable("kernel.outside-broken", exception.GetBaseException().Message);
        }
    }

    private static async Task<OutsideOutcome> RecordAsync(IServiceProvider services, OutsideDelivery kind, Due due, Result<string> sent, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<SiteDbContext>();
        var now = services.GetRequiredService<IClock>().UtcNow;
        var number = due.Attempts + 1;
        var next = sent.Succeeded || sent.Failure.Kind != FailureKind.Unavailable ? null : OutsidePauses.Next(number, now, due.TriedUntil);
        var outcome = sent.Succeeded ? OutsideOutcome.Delivered : next is null ? OutsideOutcome.GivenUp : OutsideOutcome.TryAgain;
        var error = sent.Succeeded ? null : Words(services.GetRequiredService<IFailureText>(), sent.Failure);
        var state = outcome switch { OutsideOutcome.Delivered => OutsideState.Delivered, OutsideOutcome.GivenUp => OutsideState.GivenUp, _ => OutsideState.Waiting };
        var recorded = await services.GetRequiredService<UnitOfWork>().RunAsync<Done>(
            async () =>
            {
                var moved = await db.Set<OutsideDeliveryRow>()
                    .Where(row => row.Id == due.Id && row.State == OutsideState.Waiting && row.Attempts == number)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(row => row.State, state)
                            .SetProperty(row => row.NextAttemptAt, next ?? now)
                            .SetProperty(row => row.EndedAt, state == OutsideState.Waiting ? null : now)
                            .SetProperty(row => row.LastError, error),
                        cancellationToken);
                if (moved == 1)
                {
                    await kind.RecordAsync(due.SubjectId, new OutsideAttempt(outcome, number, sent.Succeeded ? sent.Value : null, sent.Succeeded ? null : sent.Failure), cancellationToken);
                }

                return default(Done);
            },
            null,
            cancellationToken);
        return recorded.Succeeded ? outcome : throw new InvalidOperationException(recorded.Failure.Code);
    }

    private static string Words(IFailureText texts, Failure failure)
    {
        var words = string.Join(' ', failure.Fields.Select(texts.Describe).Prepend(texts.Describe(failure)).Distinct(StringComparer.Ordinal));
        return words.Length > Lengths.Text ? words[..Lengths.Text] : words;
    }

    private sealed record Due(Guid Id, string Kind, Guid SubjectId, int Attempts, DateTime NextAttemptAt, DateTime TriedUntil);
}
