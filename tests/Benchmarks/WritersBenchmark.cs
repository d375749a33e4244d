using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Commands;
using ServicePlatform.Data.Sites;
using ServicePlatform.SampleModule.Notes;

namespace ServicePlatform.Benchmarks;

/// <summary>16 writers for 20 seconds: time of each command with its event and audit row, and how many were refused.</summary>
internal static class WritersBenchmark
{
    private const int Writers = 16;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(string database)
    {
        await using var host = await BenchmarkHost.StartAsync(database);
        await MeasureAsync(host, WarmUp, new Samples());
        var samples = new Samples();
        var refused = await MeasureAsync(host, Duration, samples);
        await using var scope = host.Scopes.Open("bench");
        var rows = await scope.ServiceProvider.GetRequiredService<SiteDbContext>().Set<Note>().CountAsync();
        Console.WriteLine($"writers {database}: {Writers} writers, {samples.Count / Duration.TotalSeconds:0} commands/s, {samples}; {refused} refused, {rows} rows");
        return refused == 0 && samples.Percentile(0.99) <= 150 ? 0 : 1;
    }

    private static async Task<int> MeasureAsync(BenchmarkHost host, TimeSpan duration, Samples samples)
    {
        var refused = 0;
        var total = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var index = 0; total.Elapsed < duration; index++)
            {
                var watch = Stopwatch.StartNew();
                await using var scope = host.Scopes.Open("bench");
                var result = await scope.ServiceProvider.GetRequiredService<ISender>().SendAsync(new WriteNote(Guid.Empty, "/hq/", $"writer {writer} note {index}"));
                samples.Add(watch.Elapsed);
                if (!result.Succeeded)
                {
                    Interlocked.Increment(ref refused);
                }
            }
        })));
        return refused;
    }
}
