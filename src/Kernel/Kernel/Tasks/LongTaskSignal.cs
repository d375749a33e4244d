using System.Collections.Concurrent;
using System.Threading.Channels;

namespace ServicePlatform.Kernel.Tasks;

/// <summary>Wakes the loop of long tasks for a site, and knows which tasks this process runs so that a cancellation reaches them at once.</summary>
internal sealed class LongTaskSignal
{
    private readonly Channel<string> _sites = Channel.CreateUnbounded<string>();
    private readonly ConcurrentDictionary<Guid, CancellationTokenSource> _running = new();

    public void Raise(string siteId) => _sites.Writer.TryWrite(siteId);

    public bool IsRunning(Guid taskId) => _running.ContainsKey(taskId);

    public bool Enter(Guid taskId, CancellationTokenSource source) => _running.TryAdd(taskId, source);

    public void Leave(Guid taskId) => _running.TryRemove(taskId, out _);

    /// <summary>Stops a task of this process; one of another process sees the mark in its row.</summary>
    public void Cancel(Guid taskId)
    {
        if (_running.TryGetValue(taskId, out var source))
        {
            source.Cancel();
        }
    }

    /// <summary>Returns when a site was raised, at the latest after the interval.</summary>
    public async Task WaitAsync(TimeSpan interval, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(interval, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await _sites.Reader.WaitToReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return;
        }

        while (_sites.Reader.TryRead(out _))
        {
            // One look at the queues serves all that were raised.
        }
    }
}
