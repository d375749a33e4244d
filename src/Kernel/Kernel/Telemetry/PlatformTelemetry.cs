using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ServicePlatform.Kernel.Telemetry;

/// <summary>
/// What the product tells of its own work: a span and a measured time for each command, query, delivery, job and long task, the
/// waiting time at write gates, slow statements, active sites. Names, sites and outcomes only, never a value of a person.
/// </summary>
public sealed class PlatformTelemetry : IDisposable
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "ServicePlatform";

    private readonly ActivitySource _source = new(Name);
    private readonly ActivityListener _ownListener;
    private readonly Meter _meter;
    private readonly Histogram<double> _work;
    private readonly Histogram<double> _gate;
    private readonly Counter<long> _slow;

    public PlatformTelemetry(IMeterFactory meters)
    {
        _meter = meters.Create(Name);
        _work = _meter.CreateHistogram<double>("serviceplatform.work.duration", "s", "Time of a command, query, delivery, job or long task.");
        _gate = _meter.CreateHistogram<double>("serviceplatform.gate.wait", "s", "Time that a writer waited for those before it.");
        _slow = _meter.CreateCounter<long>("serviceplatform.queries.slow", "{statement}", "Statements that took longer than the setting Platform:SlowQuery.");

        // Audit rows and the log of slow statements name the trace and the use case also where nobody collects spans.
        _ownListener = new ActivityListener
        {
            ShouldListenTo = source => ReferenceEquals(source, _source),
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
        };
        ActivitySource.AddActivityListener(_ownListener);
    }

    /// <summary>Begins a piece of work; dispose the answer when it is over.</summary>
    /// <param name="kind">See <see cref="WorkKinds"/>.</param>
    /// <param name="name">Of the use case, listener, job or task; the same for each run.</param>
    /// <param name="site">Id of the site; empty for none.</param>
    public WatchedWork Begin(string kind, string name, string site) =>
        new(_source.StartActivity($"{kind} {name}", kind is WorkKinds.Outside ? ActivityKind.Producer : ActivityKind.Internal), _work, kind, name, site);

    /// <summary>Counts the sites that are at work whenever somebody asks.</summary>
    public void ObserveSites(Func<int> count) =>
        _meter.CreateObservableUpDownCounter("serviceplatform.sites.active", count, "{site}", "Sites that are at work.");

    internal void GateWaited(string site, TimeSpan time) => _gate.Record(time.TotalSeconds, new KeyValuePair<string, object?>(WatchedWork.SiteTag, site));

    internal void WasSlow(string site) => _slow.Add(1, new KeyValuePair<string, object?>(WatchedWork.SiteTag, site));

    public void Dispose()
    {
        _ownListener.Dispose();
        _source.Dispose();
    }
}
