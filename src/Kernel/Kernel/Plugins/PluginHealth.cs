using System.Collections.Concurrent;

namespace ServicePlatform.Kernel.Plugins;

/// <summary>One failed call of a plugin.</summary>
/// <param name="At">UTC.</param>
/// <param name="What">The call: <c>GET /app/orders</c>, a job, a listener.</param>
/// <param name="SiteId">Where; empty outside a site.</param>
/// <param name="Kind">failed, slow, stuck, spinning, growing.</param>
/// <param name="Detail">For whoever mends it; it may hold what the plugin said.</param>
public sealed record PluginIncident(DateTime At, string What, string SiteId, string Kind, string Detail);

/// <summary>Figures of one plugin since the host started.</summary>
/// <param name="Open">Calls that have not come back.</param>
/// <param name="Allocated">Bytes that its calls have asked for, most of which are free again.</param>
public sealed record PluginFigures(long Calls, long Failures, long Slow, int Open, TimeSpan Time, long Allocated);

/// <summary>
/// What the host knows of a plugin's calls, and its circuit breaker: after too many failures within a while it rests, then one call is
/// let through as a trial, and its success ends the rest.
/// </summary>
public sealed class PluginHealth
{
    private const int Kept = 50;

    private readonly Lock _lock = new();
    private readonly Queue<(DateTime At, bool Failed)> _recent = new();
    private readonly LinkedList<PluginIncident> _incidents = new();
    private readonly ConcurrentDictionary<PluginCall, bool> _open = new();
    private long _calls;
    private long _failures;
    private long _slow;
    private long _time;
    private long _allocated;
    private DateTime? _restsFrom;
    private DateTime _restsUntil;
    private int _rests;
    private bool _isTried;

    /// <summary>What it was caught doing that nobody can end but a restart; null for nothing.</summary>
    public PluginIncident? Spinning { get; internal set; }

    /// <summary>What speaks for memory that it does not give back; null for nothing.</summary>
    public PluginIncident? Growing { get; internal set; }

    /// <summary>A call that should answer at once and has not come back yet; null for none.</summary>
    public PluginIncident? Stuck => _open.Keys.Select(call => call.Reported).OfType<PluginIncident>().FirstOrDefault();

    public PluginFigures Figures => new(
        Interlocked.Read(ref _calls), Interlocked.Read(ref _failures), Interlocked.Read(ref _slow), _open.Count,
        TimeSpan.FromTicks(Interlocked.Read(ref _time)), Allocated);

    /// <summary>The last failures, the newest first.</summary>
    public IReadOnlyList<PluginIncident> Incidents
    {
        get
        {
            lock (_lock)
            {
                return [.. _incidents];
            }
        }
    }

    /// <summary>Until when it rests (UTC); null while it does not. Past that time a trial is due.</summary>
    public DateTime? RestsUntil
    {
        get
        {
            lock (_lock)
            {
                return _restsFrom is null ? null : _restsUntil;
            }
        }
    }

    internal IEnumerable<PluginCall> Open => _open.Keys;

    internal long Calls => Interlocked.Read(ref _calls);

    internal long Allocated => Interlocked.Read(ref _allocated) + _open.Keys.Sum(call => call.Allocated);

    /// <summary>Whether calls are refused at this time. A clock that was set back does not prolong a rest.</summary>
    public bool IsResting(DateTime now)
    {
        lock (_lock)
        {
            return _restsFrom is { } from && now >= from && (now < _restsUntil || _isTried);
        }
    }

    /// <summary>Ends the rest by hand.</summary>
    public void Wake()
    {
        lock (_lock)
        {
            Close();
        }
    }

    /// <summary>Asks for a call; false while it rests. After the rest one call is let in, the others wait for how it ends.</summary>
    internal bool Enter(PluginCall call, DateTime now)
    {
        lock (_lock)
        {
            if (_restsFrom is { } from && now >= from)
            {
                if (now < _restsUntil || _isTried)
                {
                    return false;
                }

                // What answers at once says little about the rest of it, so it is let in but decides nothing.
                _isTried = call.IsTrial = !call.IsQuick;
            }
        }

        Interlocked.Increment(ref _calls);
        _open[call] = true;
        return true;
    }

    /// <summary>The call has come back, whether anybody still waits for it or not.</summary>
    internal void Leave(PluginCall call, TimeSpan took)
    {
        if (_open.TryRemove(call, out _))
        {
            Interlocked.Add(ref _time, took.Ticks);
            Interlocked.Add(ref _allocated, call.Allocated);
        }
    }

    internal void Succeeded(PluginCall call, DateTime now, PluginOptions options)
    {
        lock (_lock)
        {
            Remember(now, failed: false, options);
            if (call.IsTrial)
            {
                Close();
            }
        }
    }

    /// <summary>Neither good nor bad: whoever asked has gone. A trial is then still due.</summary>
    internal void Passed(PluginCall call)
    {
        lock (_lock)
        {
            _isTried &= !call.IsTrial;
        }
    }

    /// <returns>True where the plugin begins to rest now.</returns>
    internal bool Failed(PluginCall call, DateTime now, PluginOptions options, string kind, string detail, bool counts = true)
    {
        Interlocked.Increment(ref kind == "slow" ? ref _slow : ref _failures);
        lock (_lock)
        {
            Keep(new PluginIncident(now, call.What, call.SiteId, kind, detail));
            if (call.IsTrial)
            {
                return BeginRest(now, options);
            }

            if (!counts || _restsFrom is not null)
            {
                return false;
            }

            Remember(now, failed: true, options);
            var failures = _recent.Count(call => call.Failed);
            return failures >= options.Failures && failures * 2 >= _recent.Count && BeginRest(now, options);
        }
    }

    internal void Note(PluginIncident incident)
    {
        lock (_lock)
        {
            Keep(incident);
        }
    }

    private void Keep(PluginIncident incident)
    {
        _incidents.AddFirst(incident);
        if (_incidents.Count > Kept)
        {
            _incidents.RemoveLast();
        }
    }

    private void Remember(DateTime now, bool failed, PluginOptions options)
    {
        _recent.Enqueue((now, failed));
        while (_recent.TryPeek(out var oldest) && (oldest.At < now - options.Window || oldest.At > now + options.Window || _recent.Count > 10_000))
        {
            _recent.Dequeue();
        }
    }

    private bool BeginRest(DateTime now, PluginOptions options)
    {
        var length = Math.Min(options.Rest.Ticks << Math.Min(_rests++, 20), options.LongestRest.Ticks);
        (_restsFrom, _restsUntil, _isTried) = (now, now.AddTicks(Math.Max(length, 0)), false);
        _recent.Clear();
        return true;
    }

    private void Close()
    {
        (_restsFrom, _isTried, _rests) = (null, false, 0);
        _recent.Clear();
    }
}
