using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Commands;
using ServicePlatform.Data.Sites;
using ServicePlatform.Data.Tasks;
using ServicePlatform.Kernel.Pipeline;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Tasks;

namespace ServicePlatform.Kernel.Tasks;

/// <summary>Keeps a running task's row up to date and renews its hold, also while the task itself says nothing.</summary>
internal sealed class TaskSteps : ITaskSteps, IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(15);

    private readonly SiteScopes _scopes;
    private readonly SiteRuntime _site;
    private readonly IServiceProvider _services;
    private readonly TimeProvider _time;
    private readonly ITimer _renewal;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private long _done;
    private long? _total;
    private long _writtenAt;

    /// <param name="scopes">For writes beside the task's own transaction.</param>
    /// <param name="site">Where it runs.</param>
    /// <param name="services">Of the task's scope.</param>
    /// <param name="row">As it was claimed.</param>
    public TaskSteps(SiteScopes scopes, SiteRuntime site, IServiceProvider services, LongTaskRow row)
    {
        (_scopes, _site, _services) = (scopes, site, services);
        (TaskId, _done, _total, Checkpoint) = (row.Id, row.Done, row.Total, row.Checkpoint);
        _time = services.GetRequiredService<TimeProvider>();
        _writtenAt = _time.GetTimestamp();
        _renewal = _time.CreateTimer(_ => _ = RenewAsync(), null, Renewal, Renewal);
    }

    public Guid TaskId { get; }

    public string? Checkpoint { get; private set; }

    public bool IsCancelled { get; private set; }

    public async Task ReportAsync(long done, long? total, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        (_done, _total) = (done, total);
        if (_time.GetElapsedTime(_writtenAt) >= Pause)
        {
            await FlushAsync(cancellationToken);
        }
    }

    public async Task<Result<T>> StepAsync<T>(Func<Task<Result<T>>> work, Func<T, string?> checkpoint, long done, long? total, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var db = _services.GetRequiredService<SiteDbContext>();
        string? next = null;
        var result = await _services.GetRequiredService<UnitOfWork>().RunAsync(
            async () =>
            {
                var worked = await work();
                if (worked.Succeeded)
                {
                    next = checkpoint(worked.Value);
                    await WriteAsync(db, next, done, total, cancellationToken);
                    IfCancelledThrow();
                }

                return worked;
            },
            null,
            cancellationToken);
        if (result.Succeeded)
        {
            (Checkpoint, _done, _total, _writtenAt) = (next, done, total, _time.GetTimestamp());
        }

        return result;
    }

    /// <exception cref="OperationCanceledException">Somebody cancelled the task, or another process has taken it over.</exception>
    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await using var scope = _scopes.Open(_site);
            using var pass = await _site.Gate.EnterAsync(cancellationToken);
            await WriteAsync(scope.ServiceProvider.GetRequiredService<SiteDbContext>(), Checkpoint, _done, _total, cancellationToken);
            _writtenAt = _time.GetTimestamp();
        }
        finally
        {
            _writing.Release();
        }

        IfCancelledThrow();
    }

    public async ValueTask DisposeAsync()
    {
        await _renewal.DisposeAsync();

        // A renewal under way ends first; it must not write after the end of the task.
        await _writing.WaitAsync();
        _writing.Dispose();
    }

    private async Task RenewAsync()
    {
        try
        {
            await FlushAsync(CancellationToken.None);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or System.Data.Common.DbException or DbUpdateException)
        {
            // A missed renewal is made up for by the next one; the end is written by whoever runs the task.
        }
    }

    private async Task WriteAsync(SiteDbContext db, string? checkpoint, long done, long? total, CancellationToken cancellationToken)
    {
        var until = _time.GetUtcNow().UtcDateTime + LongTaskRun.Hold;
        var mine = await db.Set<LongTaskRow>()
            .Where(row => row.Id == TaskId && row.Phase == LongTaskPhase.Running && row.Node == LongTaskRun.Node && row.CancelAskedAt == null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Done, done).SetProperty(row => row.Total, total).SetProperty(row => row.Checkpoint, checkpoint).SetProperty(row => row.HeldUntil, until),
                cancellationToken);
        IsCancelled |= mine == 0;
    }

    private void IfCancelledThrow()
    {
        if (IsCancelled)
        {
            throw new OperationCanceledException();
        }
    }
}
