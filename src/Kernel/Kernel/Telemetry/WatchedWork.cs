using System.Diagnostics;
using System.Diagnostics.Metrics;
using ServicePlatform.Commands;

namespace ServicePlatform.Kernel.Telemetry;

/// <summary>A piece of work that is measured until it is disposed. What says nothing of its end broke off.</summary>
public sealed class WatchedWork : IDisposable
{
    internal const string KindTag = "work.kind";
    internal const string NameTag = "work.name";
    internal const string SiteTag = "site";
    internal const string OutcomeTag = "outcome";

    private const string BrokenOff = "error";

    private readonly Activity? _activity;
    private readonly Histogram<double> _times;
    private readonly string _kind;
    private readonly string _name;
    private readonly string _site;
    private readonly long _started = Stopwatch.GetTimestamp();

    private string _outcome = BrokenOff;

    internal WatchedWork(Activity? activity, Histogram<double> times, string kind, string name, string site)
    {
        (_activity, _times, _kind, _name, _site) = (activity, times, kind, name, site);
        _activity?.SetTag(KindTag, kind).SetTag(NameTag, name).SetTag(SiteTag, site);
    }

    /// <param name="outcome">A short word that is the same for all ends of this sort: <c>ok</c>, <c>parked</c>.</param>
    public void Ended(string outcome) => _outcome = outcome;

    /// <summary>Ended as a result says: <c>ok</c>, or the kind of the failure.</summary>
    public Result<T> Ended<T>(Result<T> result)
    {
        _outcome = result.Succeeded ? "ok" : Word(result.Failure.Kind);
        if (!result.Succeeded)
        {
            _activity?.SetTag("failure.code", result.Failure.Code);
        }

        return result;
    }

    public void Dispose()
    {
        _activity?.SetTag(OutcomeTag, _outcome);
        if (_outcome == BrokenOff)
        {
            _activity?.SetStatus(ActivityStatusCode.Error);
        }

        _activity?.Dispose();
        if (_times.Enabled)
        {
            _times.Record(Stopwatch.GetElapsedTime(_started).TotalSeconds, new TagList { { KindTag, _kind }, { NameTag, _name }, { SiteTag, _site }, { OutcomeTag, _outcome } });
        }
    }

    private static string Word(FailureKind kind) => kind switch
    {
        FailureKind.Invalid => "invalid",
        FailureKind.NotFound => "not-found",
        FailureKind.Forbidden => "forbidden",
        FailureKind.Conflict => "conflict",
        FailureKind.TooMany => "too-many",
        FailureKind.NoSpace => "no-space",
        _ => "unavailable",
    };
}
