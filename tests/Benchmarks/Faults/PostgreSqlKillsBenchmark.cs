using System.Diagnostics;

namespace ServicePlatform.Benchmarks.Faults;

/// <summary>kill -9 of PostgreSQL while the host writes to it; the host stays up, says so, and goes on by itself.</summary>
internal static class PostgreSqlKillsBenchmark
{
    public static async Task<int> RunAsync(int rounds)
    {
        await using var cluster = await PostgreSqlCluster.MakeAsync();
        using var kills = await KillRounds.MakeAsync("PostgreSql", cluster.Connection("sp_kills"));
        var writers = kills.Writers;
        await using var host = HostProcess.Start(kills.Folder);
        await host.ReadyAsync(KillRounds.Patience);
        var site = new Uri(host.Address, WriterSite.Id + "/");
        var cookies = await NoteWriters.SignInAsync(site);
        for (var round = 1; round <= rounds; round++)
        {
            using var stop = new CancellationTokenSource();
            var writing = writers.RunAsync(site, cookies, stop.Token);
            await Task.Delay(kills.Random.Next(300, 2000));
            await cluster.KillAsync();
            await Task.Delay(kills.Random.Next(100, 1500));
            await cluster.StartAsync();
            var watch = Stopwatch.StartNew();
            var before = writers.Acknowledged.Count;
            while (writers.Acknowledged.Count == before && watch.Elapsed < KillRounds.Patience)
            {
                await Task.Delay(10);
            }

            kills.Up.Add(watch.Elapsed);
            await stop.CancelAsync();
            await writing;
            await writers.FinishAsync(site, cookies);
            kills.Wrong.AddRange((await kills.Ledger.DifferencesAsync(writers)).Select(line => $"round {round}: {line}"));
        }

        var passed = await kills.EndAsync();
        Console.WriteLine($"kills PostgreSql: {rounds} x kill -9 of the postmaster; {writers.Acknowledged.Count} acknowledged writes, refused {string.Join(", ", writers.Refused.Select(pair => $"{pair.Value} x {pair.Key}"))}, "
            + $"{writers.Unanswered} without an answer, {kills.Wrong.Count} wrong; first write after PostgreSQL answers: {kills.Up}");
        return passed && !host.HasExited ? 0 : 1;
    }
}
