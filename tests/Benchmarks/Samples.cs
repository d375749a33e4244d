namespace ServicePlatform.Benchmarks;

/// <summary>Measured times of many calls.</summary>
internal sealed class Samples
{
    private readonly List<double> _milliseconds = [];

    public int Count => _milliseconds.Count;

    public void Add(TimeSpan time)
    {
        lock (_milliseconds)
        {
            _milliseconds.Add(time.TotalMilliseconds);
        }
    }

    /// <param name="share">0.99 for the value that 99 of 100 calls stay below.</param>
    public double Percentile(double share)
    {
        var sorted = _milliseconds.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(share * sorted.Count) - 1)];
    }

    public override string ToString() =>
        $"p50 {Percentile(0.5):0.0} ms, p95 {Percentile(0.95):0.0} ms, p99 {Percentile(0.99):0.0} ms, worst {Percentile(1):0.0} ms";
}
