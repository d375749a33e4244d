using System.Diagnostics;

namespace ServicePlatform.Benchmarks.Lists;

/// <summary>One server with its signed-in client, and what was measured of it.</summary>
internal sealed class Contestant(string name, ServerProcess server) : IAsyncDisposable
{
    public const string Page = "app/customers";

    private const int Workers = 16;

    private readonly SignedInClient _client = new(server.Address);
    private readonly Samples _times = new();
    private readonly List<double> _rates = [];
    private readonly List<double> _processor = [];

    /// <summary>Requests per second, the median of the rounds.</summary>
    public double Rate => Median(_rates);

    /// <summary>Milliseconds of processor time that the server takes for a request, the median of the rounds.</summary>
    public double Processor => Median(_processor);

    public Task SignInAsync(string path, bool hasForm) => _client.SignInAsync(path, hasForm);

    public Task<byte[]> PageAsync() => _client.GetAsync(Page);

    /// <summary>16 workers ask for the page, each again as soon as it is answered.</summary>
    /// <param name="leastRequests">It goes on until so many are answered.</param>
    /// <param name="counts">False to warm up.</param>
    public async Task RunAsync(TimeSpan duration, int leastRequests, bool counts)
    {
        var (watch, requests, before) = (Stopwatch.StartNew(), 0, server.ProcessorTime);
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed < duration || requests < leastRequests)
            {
                var started = Stopwatch.GetTimestamp();
                await _client.GetAsync(Page);
                Interlocked.Increment(ref requests);
                if (counts)
                {
                    _times.Add(Stopwatch.GetElapsedTime(started));
                }
            }
        })));
        if (counts)
        {
            _rates.Add(requests / watch.Elapsed.TotalSeconds);
            _processor.Add((server.ProcessorTime - before).TotalMilliseconds / requests);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await server.DisposeAsync();
    }

    public override string ToString() =>
        $"{name}: {Rate:0} requests/s (rounds {string.Join(", ", _rates.Select(rate => rate.ToString("0")))}), {Processor:0.00} ms of processor time each, {_times}";

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
