using Microsoft.Extensions.Logging;
using ServicePlatform.Commands;
using ServicePlatform.Data.Numbers;
using ServicePlatform.Data.Providers;
using ServicePlatform.Data.Sites;
using ServicePlatform.Kernel.Events;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.Kernel.Pipeline;

/// <summary>One transaction of a scope: gate, work, events, commit; a failure or an exception leaves nothing behind.</summary>
internal sealed class UnitOfWork(
    SiteDbContext db,
    SiteContext site,
    EventCollector events,
    OutboxSignal signal,
    DatabaseFaults faults,
    INumberReserve numbers,
    ILogger<UnitOfWork> logger)
{
    private readonly List<Action> _afterCommit = [];
    private bool _hasListeners;

    public bool IsActive { get; private set; }

    /// <summary>Does something in memory once what was written stands: after the commit, or at once outside a transaction.</summary>
    public void AfterCommit(Action action)
    {
        if (IsActive)
        {
            _afterCommit.Add(action);
        }
        else
        {
            action();
        }
    }

    /// <summary>Passes the gate for a small write outside a command; inside one the gate is already passed.</summary>
    public ValueTask<IDisposable> EnterGateAsync(CancellationToken cancellationToken) =>
        IsActive ? ValueTask.FromResult<IDisposable>(WriteGate.Open) : site.Runtime.Gate.EnterAsync(cancellationToken);

    /// <summary>Inside a long unit of work: writes what was done so far and hands its events on, so that what follows finds it.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        _hasListeners |= await events.FlushAsync(db, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    /// <param name="work">Does the work; its changes are saved afterwards.</param>
    /// <param name="complete">Adds what is committed with a success: the audit, the stored answer.</param>
    public async Task<Result<T>> RunAsync<T>(Func<Task<Result<T>>> work, Action<T>? complete, CancellationToken cancellationToken)
    {
        try
        {
            await numbers.TopUpAsync(cancellationToken);
            using var pass = await site.Runtime.Gate.EnterAsync(cancellationToken);
            IsActive = true;
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var result = await work();
            if (!result.Succeeded)
            {
                await transaction.RollbackAsync(CancellationToken.None);
                return result;
            }

            var hasListeners = _hasListeners | await events.FlushAsync(db, cancellationToken);
            complete?.Invoke(result.Value);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            _afterCommit.ForEach(action => action());
            if (hasListeners)
            {
                signal.Raise(site.Id);
            }

            return result;
        }
        catch (Exception exception) when (faults.Describe(exception) is { } failure)
        {
            // Some databases name the value that is there twice.
            var reason = failure.Code == "kernel.duplicate" ? "a value is there twice" : exception.GetBaseException().Message;
            logger.LogInformation("A unit of work was refused as {Code}: {Reason}", failure.Code, reason);
            return failure;
        }
        finally
        {
            IsActive = false;
            _hasListeners = false;
            events.Clear();
            _afterCommit.Clear();
            db.ChangeTracker.Clear();
        }
    }
}
