using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Commands;
using ServicePlatform.Data.Audit;
using ServicePlatform.Data.Sites;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Kernel.Web;
using ServicePlatform.SampleModule.Notes;
using ServicePlatform.Security;

namespace ServicePlatform.Benchmarks;

/// <summary>5,000 commands, each sent two to four times in parallel with its operation id: each must take effect once.</summary>
internal static class RepeatsBenchmark
{
    private const int Commands = 5000;

    public static async Task<int> RunAsync(string database)
    {
        await using var host = await BenchmarkHost.StartAsync(database);
        var actor = new Actor { Kind = ActorKind.Staff, UserId = Guid.NewGuid(), ScopePath = "/hq/", HasEveryPermission = true };
        var random = new Random(20261122);
        var sends = Enumerable.Range(0, Commands).SelectMany(index => Enumerable.Repeat(index, random.Next(2, 5))).ToList();
        var wrong = 0;
        var answers = new System.Collections.Concurrent.ConcurrentDictionary<int, Guid>();
        var watch = Stopwatch.StartNew();

        // Repeats stand next to each other, so that they meet.
        await Parallel.ForEachAsync(sends, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (index, cancellationToken) =>
        {
            var result = await SendAsync(host, actor, index, cancellationToken);
            if (!result.Succeeded || answers.GetOrAdd(index, result.Value) != result.Value)
            {
                Interlocked.Increment(ref wrong);
            }
        });
        watch.Stop();
        await using var scope = host.Scopes.Open("bench");
        var db = scope.ServiceProvider.GetRequiredService<SiteDbContext>();
        var effects = await db.Set<Note>().CountAsync();
        var audits = await db.Set<AuditRow>().CountAsync(row => row.Command.EndsWith("WriteNote"));
        Console.WriteLine($"repeats {database}: {sends.Count} sends of {Commands} commands in {watch.Elapsed.TotalSeconds:0.0} s; {effects} effects, {audits} audit rows, {wrong} wrong answers");
        return effects == Commands && audits == Commands && wrong == 0 ? 0 : 1;
    }

    private static async Task<Result<Guid>> SendAsync(BenchmarkHost host, Actor actor, int index, CancellationToken cancellationToken)
    {
        await using var scope = host.Scopes.Open("bench");
        scope.ServiceProvider.GetRequiredService<ActorContext>().Set(actor);
        scope.ServiceProvider.GetRequiredService<OperationContext>().Use($"repeat-{index}");
        return await scope.ServiceProvider.GetRequiredService<ISender>().SendAsync(new WriteNote(Guid.Empty, "/hq/", $"note {index}"), cancellationToken);
    }
}
