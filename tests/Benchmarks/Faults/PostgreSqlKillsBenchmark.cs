using System.Diagnostics;

namespace ServicePlatform.Benchmarks.Faults;

/// <summary>kill -9 of PostgreSQL while the host writes to it; the host stays up, says so, and goes on by itself.</summary>
internal static class PostgreSqlKillsBenchmark
{
    private const int Writers = 8;
    private const int TextLength = 40;
    private const int Seed = 20261122;

    private static readonly TimeSpan Target = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<int> RunAsync(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("service-platform-kills-").FullName;
        await using var cluster = await PostgreSqlCluster.MakeAsync();
        try
        {
            var connection = cluster.Connection("sp_kills");
            await WriterSite.MakeAsync(folder, "PostgreSql", connection);
            var (writers, random, up) = (new NoteWriters(Writers, TextLength), new Random(Seed), new Samples());
            var ledger = new Ledger("PostgreSql", connection + ";Pooling=false");
            var wrong = new List<string>();
            await using var host = HostProcess.Start(folder);
            await host.ReadyAsync(Patience);
            var site = new Uri(host.Address, WriterSite.Id + "/");
            var cookies = await NoteWriters.SignInAsync(site);
            for (var round = 1; round <= rounds; round++)
            {
                using var stop = new CancellationTokenSource();
                var writing = writers.RunAsync(site, cookies, stop.Token);
                await Task.Delay(random.Next(300, 2000));
                await cluster.KillAsync();
                await Task.Delay(random.Next(100, 1500));
                await cluster.StartAsync();
                var watch = Stopwatch.StartNew();
                var before = writers.Acknowledged.Count;
                while (writers.Acknowledged.Count == before && watch.Elapsed < Patience)
                {
                    await Task.Delay(10);
                }

                up.Add(watch.Elapsed);
                await stop.CancelAsync();
                await writing;
                await writers.FinishAsync(site, cookies);
                wrong.AddRange((await ledger.DifferencesAsync(writers)).Select(line => $"round {round}: {line}"));
            }

            wrong.AddRange(await ledger.EchoesAsync() is { } echoes ? [echoes] : Array.Empty<string>());
            wrong.AddRange(writers.Wrong);
            wrong.Take(20).ToList().ForEach(Console.WriteLine);
            Console.WriteLine($"kills PostgreSql: {rounds} x kill -9 of the postmaster; {writers.Acknowledged.Count} acknowledged writes, refused {string.Join(", ", writers.Refused.Select(pair => $"{pair.Value} x {pair.Key}"))}, "
                + $"{writers.Unanswered} without an answer, {wrong.Count} wrong; first write after PostgreSQL answers: {up}");
            return wrong.Count == 0 && !host.HasExited && up.Percentile(1) <= Target.TotalMilliseconds ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
