using System.Diagnostics;
using System.Net;

namespace ServicePlatform.Benchmarks.Faults;

/// <summary>A disk that is full, and one whose fsync fails, while eight writers write: refused with words, nothing acknowledged lost, goes on when it is mended.</summary>
internal static class DiskFaultsBenchmark
{
    private const int Writers = 8;
    private const int TextLength = 700;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Fault = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync()
    {
        var full = await FullDiskAsync("full disk", Calm);
        var early = await FullDiskAsync("full disk before the first write", TimeSpan.Zero);
        var sync = await FailingSyncAsync();
        return full && early && sync ? 0 : 1;
    }

    private static async Task<bool> FullDiskAsync(string name, TimeSpan calm)
    {
        var mount = Directory.CreateTempSubdirectory("service-platform-full-").FullName;
        await MachineProgram.RunAsync("mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", mount);
        try
        {
            var folder = Path.Combine(mount, "data");
            var filler = Path.Combine(mount, "filler");
            return await MeasureAsync(name, folder, calm, _ =>
            {
                Fill(filler);
                return Task.CompletedTask;
            }, () =>
            {
                File.Delete(filler);
                return Task.CompletedTask;
            });
        }
        finally
        {
            await MachineProgram.RunAsync("umount", "-l", mount);
            Directory.Delete(mount);
        }
    }

    private static async Task<bool> FailingSyncAsync()
    {
        var folder = Directory.CreateTempSubdirectory("service-platform-fsync-").FullName;
        Process? strace = null;
        try
        {
            return await MeasureAsync("fsync fails", folder, Calm, host =>
            {
                strace = Process.Start(new ProcessStartInfo("strace", ["-f", "-qq", "-p", host.Id.ToString(), "-e", "trace=fsync,fdatasync", "-e", "inject=fdatasync,fsync:error=EIO", "-o", "/dev/null"]) { UseShellExecute = false });
                return Task.CompletedTask;
            }, async () =>
            {
                await MachineProgram.RunAsync("kill", "-INT", strace!.Id.ToString());
                await strace.WaitForExitAsync();
            });
        }
        finally
        {
            strace?.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Calm, the fault, mended, and once more after a restart in the middle of the fault.</summary>
    private static async Task<bool> MeasureAsync(string name, string folder, TimeSpan calm, Func<HostProcess, Task> strike, Func<Task> mend)
    {
        await WriterSite.MakeAsync(folder, "Sqlite", "");
        var writers = new NoteWriters(Writers, TextLength);
        var ledger = new Ledger("Sqlite", $"Data Source={WriterSite.FileIn(folder)};Pooling=False;Default Timeout=30");
        var wrong = new List<string>();
        string said;
        TimeSpan again;
        await using (var host = HostProcess.Start(folder))
        {
            await host.ReadyAsync(Patience);
            var site = new Uri(host.Address, WriterSite.Id + "/");
            var cookies = await NoteWriters.SignInAsync(site);
            using var stop = new CancellationTokenSource();
            if (calm == TimeSpan.Zero)
            {
                await strike(host);
            }

            var writing = writers.RunAsync(site, cookies, stop.Token);
            await Task.Delay(calm);
            var acknowledged = writers.Acknowledged.Count;
            if (calm > TimeSpan.Zero)
            {
                await strike(host);
            }

            await Task.Delay(Fault);
            wrong.AddRange(await ReadsAsync(site, cookies));
            said = $"{acknowledged} acknowledged before, refused {string.Join(", ", writers.Refused.Select(pair => $"{pair.Value} x {pair.Key}"))}";
            if (writers.Refused.IsEmpty)
            {
                wrong.Add("nothing was refused");
            }

            await mend();
            var (mended, before) = (Stopwatch.StartNew(), writers.Acknowledged.Count);
            while (writers.Acknowledged.Count == before && mended.Elapsed < Patience)
            {
                await Task.Delay(20);
            }

            again = mended.Elapsed;
            await Task.Delay(Calm);
            await stop.CancelAsync();
            await writing;
            await writers.FinishAsync(site, cookies);
            wrong.AddRange(await ledger.DifferencesAsync(writers));

            // The fault once more, and the host is killed in it.
            using var stopAgain = new CancellationTokenSource();
            var writingAgain = writers.RunAsync(site, cookies, stopAgain.Token);
            await strike(host);
            await Task.Delay(Calm);
            await host.KillAsync();
            await stopAgain.CancelAsync();
            await writingAgain;
            await MendAfterKillAsync(mend);
            await using var next = HostProcess.Start(folder);
            await next.ReadyAsync(Patience);
            await writers.FinishAsync(new Uri(next.Address, WriterSite.Id + "/"), cookies);
            wrong.AddRange((await ledger.DifferencesAsync(writers)).Select(line => "after the restart: " + line));
            wrong.AddRange(await ledger.IntegrityAsync() is { } broken ? [broken] : Array.Empty<string>());
            wrong.AddRange(await ledger.EchoesAsync() is { } echoes ? [echoes] : Array.Empty<string>());
        }

        wrong.AddRange(writers.Wrong);
        wrong.Take(20).ToList().ForEach(Console.WriteLine);
        Console.WriteLine($"faults, {name}: {said}; {writers.Acknowledged.Count} acknowledged in all, {wrong.Count} wrong; first write {again.TotalSeconds:0.0} s after it was mended; the refusal: {writers.LastRefusal}");
        return wrong.Count == 0;
    }

    /// <summary>What only traced the killed host has ended with it.</summary>
    private static async Task MendAfterKillAsync(Func<Task> mend)
    {
        try
        {
            await mend();
        }
        catch (InvalidOperationException)
        {
            // It is gone already.
        }
    }

    /// <summary>What is read needs no room.</summary>
    private static async Task<List<string>> ReadsAsync(Uri site, string cookies)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = site };
        client.DefaultRequestHeaders.Add("Cookie", cookies);
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        var wrong = new List<string>();
        foreach (var path in new[] { "sign-in/staff", "app/customers" })
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                wrong.Add($"{path} answered {(int)answer.StatusCode} during the fault");
            }
        }

        return wrong;
    }

    private static void Fill(string filler)
    {
        var block = new byte[64 * 1024];
        using var stream = File.Create(filler);
        try
        {
            while (true)
            {
                stream.Write(block);
                stream.Flush();
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }
}
