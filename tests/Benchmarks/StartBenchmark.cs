using ServicePlatform.Benchmarks.Faults;

namespace ServicePlatform.Benchmarks;

/// <summary>The host as it is delivered, on a folder that exists: start to the first ready, and its memory when it has nothing to do.</summary>
internal static class StartBenchmark
{
    private const int Rounds = 5;
    private const double MostSeconds = 4;
    private const double MostMegabytes = 250;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(15);

    /// <param name="from">Data folder that is copied; null for a new one with two sites.</param>
    public static async Task<int> RunAsync(string? from)
    {
        var host = Path.Combine(Root(), "src", "Host", "bin", "Release", "net10.0", "ServicePlatform.Host.dll");
        if (!File.Exists(host))
        {
            Console.Error.WriteLine("Build the host first: dotnet build -c Release src/Host");
            return 2;
        }

        var root = Directory.CreateTempSubdirectory("service-platform-start-").FullName;
        try
        {
            var folder = Path.Combine(root, "data");
            if (from is not null)
            {
                await MachineProgram.RunAsync("cp", "-r", from, folder);
            }

            var (times, memory) = (new List<double>(), new List<double>());
            for (var round = 0; round <= Rounds; round++)
            {
                await using var process = HostProcess.Start(folder, from is null ? Sites : null, host);
                var ready = await process.ReadyAsync(Patience);
                await Task.Delay(Idle);
                if (round > 0)
                {
                    times.Add(ready.TotalSeconds);
                    memory.Add(process.ResidentMegabytes());
                }

                await process.StopAsync();
            }

            var (time, resident) = (Median(times), Median(memory));
            Console.WriteLine($"start: ready after {time:0.00} s (rounds {string.Join(", ", times.Select(value => value.ToString("0.00")))}); resident {Idle.TotalSeconds} s later {resident:0} MiB (rounds {string.Join(", ", memory.Select(value => value.ToString("0")))})");
            return time <= MostSeconds && resident <= MostMegabytes ? 0 : 1;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static Dictionary<string, string> Sites => new(StringComparer.Ordinal)
    {
        ["Platform__InitialSites__0__Id"] = "aqua",
        ["Platform__InitialSites__0__Prefix"] = "aqua",
        ["Platform__InitialSites__1__Id"] = "home",
        ["Platform__InitialSites__1__Prefix"] = "home",
    };

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ServicePlatform.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("This program does not stand in the repository.");
        }

        return folder;
    }
}
