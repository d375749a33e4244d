using System.Diagnostics;

namespace ServicePlatform.Data.Providers;

/// <summary>
/// Lets one writer at a time into a database that has a single writer anyway (SQLite), so that the others wait without
/// blocking a thread and in order, instead of polling a lock.
/// </summary>
public sealed class WriteGate(bool isNeeded) : IDisposable
{
    /// <summary>How long a writer waits for those before it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim? _gate = isNeeded ? new SemaphoreSlim(1, 1) : null;

    /// <summary>Told how long each writer waited.</summary>
    public Action<TimeSpan>? Waited { get; set; }

    /// <summary>False where the database takes several writers at once.</summary>
    public bool IsNeeded => _gate is not null;

    /// <summary>A pass that holds nothing.</summary>
    public static IDisposable Open => Pass.Open;

    /// <exception cref="TimeoutException">Those before it do not come to an end: the database hangs or is locked from outside.</exception>
    public async ValueTask<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        if (_gate is null)
        {
            return Pass.Open;
        }

        var since = Stopwatch.GetTimestamp();
        var hasPassed = await _gate.WaitAsync(Patience, cancellationToken);
        Waited?.Invoke(Stopwatch.GetElapsedTime(since));
        return hasPassed
            ? new Pass(_gate)
            : throw new TimeoutException($"The database took no further writer for {Patience.TotalSeconds} seconds.");
    }

    public void Dispose() => _gate?.Dispose();

    private sealed class Pass(SemaphoreSlim? gate) : IDisposable
    {
        private SemaphoreSlim? _gate = gate;

        public static Pass Open { get; } = new(null);

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Release();
    }
}
