using System.Diagnostics;

namespace ServicePlatform.Benchmarks.Faults;

/// <summary>kill -9 of the host while eight writers write; after each start what was acknowledged is there once, and nothing else.</summary>
internal static class KillsBenchmark
{
    public static async Task<int> RunAsync(int rounds)
    {
        using var kills = await KillRounds.MakeAsync("Sqlite", "");
        var watch = Stopwatch.StartNew();
        string? cookies = null;
        for (var round = 1; round <= rounds; round++)
        {
            await using var host = HostProcess.Start(kills.Folder);
            var ready = await host.ReadyAsync(KillRounds.Patience);
            if (round > 1)
            {
                kills.Up.Add(ready);
                await CheckAsync(kills, host, cookies!, round);
            }

            var site = new Uri(host.Address, WriterSite.Id + "/");
            cookies ??= await NoteWriters.SignInAsync(site);
            using var stop = new CancellationTokenSource();
            var writing = kills.Writers.RunAsync(site, cookies, stop.Token);
            await Task.Delay(kills.Random.Next(150, 1200));
            await host.KillAsync();
            await stop.CancelAsync();
            await writing;
        }

        bool passed;
        await using (var last = HostProcess.Start(kills.Folder))
        {
            kills.Up.Add(await last.ReadyAsync(KillRounds.Patience));
            await CheckAsync(kills, last, cookies!, rounds);
            passed = await kills.EndAsync();
        }

        Console.WriteLine($"kills: {rounds} x kill -9 of the host in {watch.Elapsed.TotalMinutes:0.0} min; {kills.Writers.Acknowledged.Count} acknowledged writes, {kills.Writers.Unanswered} without an answer (sent again), {kills.Wrong.Count} wrong; up again: {kills.Up}");
        return passed ? 0 : 1;
    }

    private static async Task CheckAsync(KillRounds kills, HostProcess host, string cookies, int round)
    {
        await kills.Writers.FinishAsync(new Uri(host.Address, WriterSite.Id + "/"), cookies);
        var wrong = await kills.Ledger.DifferencesAsync(kills.Writers);
        if (await kills.Ledger.IntegrityAsync() is { } broken)
        {
            wrong.Add(broken);
        }

        if (round % 10 == 0)
        {
            Console.WriteLine($"  round {round}: {kills.Writers.Acknowledged.Count} acknowledged, {wrong.Count} wrong");
        }

        kills.Wrong.AddRange(wrong.Select(line => $"round {round}: {line}"));
    }
}
