using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Commands;
using ServicePlatform.Data.Outbox;
using ServicePlatform.Data.Sites;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.SampleModule.Notes;

namespace ServicePlatform.Benchmarks.Faults;

/// <summary>One event among 1,000 that a listener chokes on for ever: the others arrive, it is parked with its cause within a minute.</summary>
internal static class PoisonBenchmark
{
    private const int Events = 1000;
    private const int Poisoned = 337;

    private static readonly TimeSpan Target = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    public static async Task<int> RunAsync(string database)
    {
        await using var host = await BenchmarkHost.StartAsync(database);
        await using (var scope = host.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<SiteDirectory>().SwitchAsync("bench", ["SampleModule.Poison"], [], default);
        }

        var since = new Stopwatch();
        for (var index = 0; index < Events; index++)
        {
            await using var scope = host.Scopes.Open("bench");
            if (index == Poisoned)
            {
                since.Start();
            }

            var written = await scope.ServiceProvider.GetRequiredService<ISender>().SendAsync(new WriteNote(Guid.Empty, "/hq/", index == Poisoned ? "poison" : $"note {index}"));
            if (!written.Succeeded)
            {
                throw new InvalidOperationException(written.Failure.ToString());
            }
        }

        TimeSpan? others = null;
        State state;
        do
        {
            await Task.Delay(100);
            state = await ReadAsync(host);
            others ??= state.Delivered >= (2 * Events) - 1 ? since.Elapsed : null;
        }
        while (state.Parked.Count == 0 && since.Elapsed < Patience);
        var parked = since.Elapsed;
        var isGood = state is { Parked: [{ LastError: { } cause }], Echoes: Events } && cause.Contains("cannot be swallowed", StringComparison.Ordinal) && state.Delivered == (2 * Events) - 1 && parked <= Target;
        Console.WriteLine($"poison {database}: {Events} events to two listeners; {state.Delivered} of {2 * Events} deliveries done, the others' last {others?.TotalSeconds:0.0} s after the bad one; "
            + $"{state.Parked.Count} parked after {parked.TotalSeconds:0.0} s: {string.Join(" ", state.Parked.Select(row => row.LastError))}");
        return isGood ? 0 : 1;
    }

    private static async Task<State> ReadAsync(BenchmarkHost host)
    {
        await using var scope = host.Scopes.Open("bench");
        var db = scope.ServiceProvider.GetRequiredService<SiteDbContext>();
        return new State(
            await db.Set<OutboxDelivery>().CountAsync(row => row.State == DeliveryState.Delivered),
            await db.Set<OutboxDelivery>().AsNoTracking().Where(row => row.State == DeliveryState.Parked).ToListAsync(),
            await db.Set<NoteEcho>().CountAsync());
    }

    private sealed record State(int Delivered, IReadOnlyList<OutboxDelivery> Parked, int Echoes);
}
