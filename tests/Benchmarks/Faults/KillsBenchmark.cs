using System.Diagnostics;

namespace ServicePlatform.Benchmarks.Faults;

/// <summary>kill -9 of the host while eight writers write; after each start what was acknowledged is there once, and nothing else.</summary>
internal static class KillsBenchmark
{
    private const int Writers = 8;
    private const int TextLength = 40;
    private const int Seed = 20261122;

    private static readonly TimeSpan Target = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<int> RunAsync(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("service-platform-kills-").FullName;
        try
        {
            await WriterSite.MakeAsync(folder, "Sqlite", "");
            var (writers, random, up) = (new NoteWriters(Writers, TextLength), new Random(Seed), new Samples());
            var ledger = new Ledger("Sqlite", $"Data Source={WriterSite.FileIn(folder)};Pooling=False;Default Timeout=30");
            var wrong = new List<string>();
            var watch = Stopwatch.StartNew();
            string? cookies = null;
            for (var round = 1; round <= rounds; round++)
            {
                await using var host = HostProcess.Start(folder);
                var ready = await host.ReadyAsync(Patience);
                if (round > 1)
                {
                    up.Add(ready);
                    wrong.AddRange(await CheckAsync(host, cookies!, writers, ledger, round));
                }

                var site = new Uri(host.Address, WriterSite.Id + "/");
                cookies ??= await NoteWriters.SignInAsync(site);
                using var stop = new CancellationTokenSource();
                var writing = writers.RunAsync(site, cookies, stop.Token);
                await Task.Delay(random.Next(150, 1200));
                await host.KillAsync();
                await stop.CancelAsync();
                await writing;
            }

            await using (var last = HostProcess.Start(folder))
            {
                up.Add(await last.ReadyAsync(Patience));
                wrong.AddRange(await CheckAsync(last, cookies!, writers, ledger, rounds));
                wrong.AddRange(await ledger.EchoesAsync() is { } echoes ? [echoes] : Array.Empty<string>());
            }

            wrong.AddRange(writers.Wrong);
            wrong.Take(20).ToList().ForEach(Console.WriteLine);
            Console.WriteLine($"kills: {rounds} x kill -9 of the host in {watch.Elapsed.TotalMinutes:0.0} min; {writers.Acknowledged.Count} acknowledged writes, {writers.Unanswered} without an answer (sent again), {wrong.Count} wrong; up again: {up}");
            return wrong.Count == 0 && up.Percentile(1) <= Target.TotalMilliseconds ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<List<string>> CheckAsync(HostProcess host, string cookies, NoteWriters writers, Ledger ledger, int round)
    {
        await writers.FinishAsync(new Uri(host.Address, WriterSite.Id + "/"), cookies);
        var wrong = await ledger.DifferencesAsync(writers);
        if (await ledger.IntegrityAsync() is { } broken)
        {
            wrong.Add(broken);
        }

        if (round % 10 == 0)
        {
            Console.WriteLine($"  round {round}: {writers.Acknowledged.Count} acknowledged, {wrong.Count} wrong");
        }

        return [.. wrong.Select(line => $"round {round}: {line}")];
    }
}
