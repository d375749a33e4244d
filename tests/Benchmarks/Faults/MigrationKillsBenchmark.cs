using Microsoft.Data.Sqlite;

namespace ServicePlatform.Benchmarks.Faults;

/// <summary>kill -9 at random points of the first start on an empty folder; the next start must come to the same tables as an undisturbed one.</summary>
internal static class MigrationKillsBenchmark
{
    private const int Seed = 20261122;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal)
    {
        ["Platform__InitialSites__0__Id"] = "operator",
        ["Platform__InitialSites__0__Prefix"] = "operator",
        ["Platform__InitialSites__0__Recipe"] = "operator",
        ["Platform__InitialSites__0__IsOperatorArea"] = "true",
        ["Platform__OperatorPassword"] = "operator-demo-2611",
        ["Platform__InitialSites__1__Id"] = "plain",
        ["Platform__InitialSites__1__Prefix"] = "plain",
    };

    public static async Task<int> RunAsync(int rounds)
    {
        var root = Directory.CreateTempSubdirectory("service-platform-migration-").FullName;
        try
        {
            var clean = Path.Combine(root, "clean");
            var whole = await StartAsync(clean);
            var expected = Schema(clean);
            var (random, wrong, killed) = (new Random(Seed), new List<string>(), new List<int>());
            for (var round = 1; round <= rounds; round++)
            {
                var folder = Path.Combine(root, $"r{round}");
                var after = random.Next(0, (int)whole.TotalMilliseconds);
                await using (var host = HostProcess.Start(folder, Settings))
                {
                    await Task.Delay(after);
                    await host.KillAsync();
                }

                killed.Add(Tables(folder));
                try
                {
                    await StartAsync(folder);
                    wrong.AddRange(Compare(expected, Schema(folder)).Select(line => $"round {round}, killed after {after} ms: {line}"));
                }
                catch (Exception exception) when (exception is TimeoutException or InvalidOperationException)
                {
                    wrong.Add($"round {round}, killed after {after} ms: {exception.Message}");
                }

                Directory.Delete(folder, recursive: true);
            }

            wrong.ForEach(Console.WriteLine);
            Console.WriteLine($"kills migration: {rounds} x kill -9 within the {whole.TotalSeconds:0.0} s of the first start (tables there when killed: {string.Join(' ', killed.Order())} of {Tables(clean)}); {expected.Count} schema objects; {wrong.Count} wrong");
            return wrong.Count == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    /// <summary>Starts, and sees that both sites show their sign-in.</summary>
    private static async Task<TimeSpan> StartAsync(string folder)
    {
        await using var host = HostProcess.Start(folder, Settings);
        var ready = await host.ReadyAsync(Patience);
        using var client = new HttpClient();
        foreach (var site in new[] { "operator", "plain" })
        {
            using var answer = await client.GetAsync(new Uri(host.Address, $"{site}/sign-in/staff"));
            if (!answer.IsSuccessStatusCode)
            {
                throw new InvalidOperationException($"{site} answered {answer.StatusCode}");
            }
        }

        await host.StopAsync();
        return ready;
    }

    private static int Tables(string folder) => Schema(folder).Keys.Count(key => key.Contains(" table ", StringComparison.Ordinal));

    private static Dictionary<string, string> Schema(string folder)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in new[] { "host.db", "sites/operator/site.db", "sites/plain/site.db" }.Where(name => File.Exists(Path.Combine(folder, name))))
        {
            using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, name)};Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT type, name, sql FROM sqlite_master WHERE name <> '__EFMigrationsLock'";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                found[$"{name} {reader.GetString(0)} {reader.GetString(1)}"] = reader.IsDBNull(2) ? "" : reader.GetString(2);
            }
        }

        return found;
    }

    private static IEnumerable<string> Compare(Dictionary<string, string> expected, Dictionary<string, string> found) =>
        expected.Where(pair => !found.TryGetValue(pair.Key, out var sql) || sql != pair.Value).Select(pair => "missing or different: " + pair.Key)
            .Concat(found.Keys.Where(key => !expected.ContainsKey(key)).Select(key => "too much: " + key));
}
