using System.Collections.Concurrent;

namespace ServicePlatform.Kernel.Plugins;

/// <summary>
/// One call of a plugin. Its code runs in this synchronisation context, on threads of the pool as ever, so that the host knows at any
/// moment which thread works for which plugin and how much memory it asks for. Code behind <c>ConfigureAwait(false)</c> is not seen.
/// </summary>
internal sealed class PluginCall(Plugin plugin, string what, string siteId) : SynchronizationContext
{
    private readonly ConcurrentDictionary<Stretch, bool> _stretches = new();
    private long _allocated;

    public Plugin Plugin => plugin;

    public string What => what;

    public string SiteId => siteId;

    /// <summary>Lets a rest end by its success.</summary>
    public bool IsTrial { get; set; }

    /// <summary>It answers at once: a menu entry, a list of permissions.</summary>
    public bool IsQuick { get; init; }

    /// <summary>When it began, of the host's clock for durations.</summary>
    public long StartedAt { get; init; }

    /// <summary>What was said of it because it has not come back; null for nothing.</summary>
    public PluginIncident? Reported { get; set; }

    /// <summary>Bytes asked for so far; those of a stretch that still runs are not among them.</summary>
    public long Allocated => Interlocked.Read(ref _allocated);

    /// <summary>Threads that run its code now.</summary>
    public IEnumerable<Stretch> Stretches => _stretches.Keys;

    /// <summary>Runs a stretch of it on this thread.</summary>
    public T Run<T>(Func<T> work)
    {
        var outer = Current;
        var stretch = new Stretch(NativeThread.Current);
        var before = GC.GetAllocatedBytesForCurrentThread();
        _stretches[stretch] = true;
        SetSynchronizationContext(this);
        try
        {
            return work();
        }
        finally
        {
            SetSynchronizationContext(outer);
            _stretches.TryRemove(stretch, out _);
            Interlocked.Add(ref _allocated, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    public override void Post(SendOrPostCallback d, object? state) => ThreadPool.QueueUserWorkItem(
        static next => next.Call.Run(() =>
        {
            next.Act(next.State);
            return true;
        }),
        (Call: this, Act: d, State: state),
        preferLocal: false);

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Code between two awaits.</summary>
    internal sealed class Stretch(int thread)
    {
        /// <summary>The operating system's number; 0 where it is not known.</summary>
        public int Thread => thread;

        /// <summary>Processor time of the thread when it was first looked at.</summary>
        public TimeSpan? FirstSeen { get; set; }

        public bool IsReported { get; set; }
    }
}
