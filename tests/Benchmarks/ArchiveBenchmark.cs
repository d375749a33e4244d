using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Archives;
using ServicePlatform.Archives.Backups;
using ServicePlatform.Archives.Format;
using ServicePlatform.Archives.Values;
using ServicePlatform.Archives.Work;
using ServicePlatform.Data.Host;
using ServicePlatform.Data.Providers;
using ServicePlatform.Data.Sites;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.Benchmarks;

/// <summary>
/// The demo's site, its jobs and what belongs to them many times over, with files: archived, restored on SQLite and on PostgreSQL, and moved to PostgreSQL;
/// minutes, memory, and whether all tables are equal by hash.
/// </summary>
internal static class ArchiveBenchmark
{
    private const int FileBytes = 256 * 1024;

    private static readonly string[] Many =
        ["WorkOrders_", "Crm_Customer", "Crm_Household", "Devices_Machine", "Kernel_Timeline", "Kernel_Audit", "Kernel_Outbox", "Kernel_AccessGrant", "Kernel_Search", "Kernel_Files"];

    public static async Task<int> RunAsync(int orders, int megabytes)
    {
        await using var host = await BenchmarkHost.StartAsync("Sqlite");
        var services = host.Services;
        var registry = services.GetRequiredService<SiteRegistry>();
        await UseAsync(host, async directory =>
        {
            var made = await directory.CreateAsync(new NewSite { Id = "big", Prefix = "big", Recipe = "aqua" }, default);
            _ = made.Succeeded ? made.Value : throw new InvalidOperationException(made.Failure.ToString());
            await directory.SwitchAsync("big", SiteState.Stopped, default);
            return 0;
        });
        await GrowAsync(host, registry.Find("big")!, orders, megabytes);
        var site = registry.Find("big")!;
        var file = Path.Combine(host.Folder, "big.zip");
        await MeasureAsync("archive", async () =>
        {
            await services.GetRequiredService<SiteBackups>().WriteAsync(site, file, Nobody, default);
            return new FileInfo(file).Length / 1048576 + " MB";
        });
        using (var archive = ArchiveReader.Open(File.OpenRead(file)))
        {
            Console.WriteLine($"archive: {archive.Manifest.Rows} rows, {archive.Manifest.Files.Count} files of {archive.Manifest.Files.Bytes / 1048576} MB");
        }

        var hashes = await HashesAsync(services, site.Provider, site.ConnectionString);
        var isEqual = true;
        foreach (var place in Places())
        {
            await MeasureAsync($"restore on {place.Provider}", async () =>
            {
                using var archive = ArchiveReader.Open(File.OpenRead(file));
                await services.GetRequiredService<SiteRestorer>().RestoreAsync(archive, place, Nobody, default);
                return "";
            });
            var provider = services.GetServices<IDatabaseProvider>().Single(one => one.Name == place.Provider);
            isEqual &= hashes.SequenceEqual(await HashesAsync(services, provider, registry.Resolve(place.Provider, place.Connection, registry.FolderOf(place.Folder!))));
            if (place.Provider == "Sqlite")
            {
                Directory.Delete(registry.FolderOf(place.Folder!), recursive: true);
            }
            else
            {
                var target = place with { Connection = Connection(), Folder = null };
                await MeasureAsync("move from SQLite to PostgreSQL", async () => await services.GetRequiredService<SiteMover>().MoveAsync(site, target, Nobody, default) + " rows");
                isEqual &= hashes.SequenceEqual(await HashesAsync(services, provider, target.Connection));
            }
        }

        Console.WriteLine($"archive: {hashes.Count} tables, {(isEqual ? "all equal by hash" : "NOT EQUAL")}");
        return isEqual ? 0 : 1;
    }

    private static IEnumerable<SitePlace> Places()
    {
        yield return new SitePlace("Sqlite", "", "restored");
        if (Environment.GetEnvironmentVariable("SERVICEPLATFORM_TEST_POSTGRESQL") is not null)
        {
            yield return new SitePlace("PostgreSql", Connection(), "restored-server");
        }
    }

    private static string Connection() =>
        new Npgsql.NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable("SERVICEPLATFORM_TEST_POSTGRESQL")!) { Database = "sp_bench_" + Guid.NewGuid().ToString("N")[..8] }.ConnectionString;

    private static Task Nobody(long done, long? total) => Task.CompletedTask;

    private static async Task MeasureAsync(string what, Func<Task<string>> work)
    {
        GC.Collect();
        using var self = Process.GetCurrentProcess();
        var (before, peak) = (self.WorkingSet64, 0L);
        using var done = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
            while (!done.IsCancellationRequested && await timer.WaitForNextTickAsync(CancellationToken.None))
            {
                using var now = Process.GetCurrentProcess();
                peak = Math.Max(peak, now.WorkingSet64);
            }
        });
        var watch = Stopwatch.StartNew();
        var said = await work();
        watch.Stop();
        await done.CancelAsync();
        await watching;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {watch.Elapsed.TotalMinutes:0.0} min ({watch.Elapsed.TotalSeconds:0} s), resident {before / 1048576} MB before, {peak / 1048576} MB at most {said}"));
    }

    private static async Task<List<string>> HashesAsync(IServiceProvider services, IDatabaseProvider provider, string connectionString)
    {
        await using var context = services.GetRequiredService<SiteDatabases>().Open(SiteOptions.Build(provider, connectionString));
        await using var connection = provider.Connect(connectionString);
        await connection.OpenAsync();
        var hashes = new List<string>();
        foreach (var table in SitePlan.Of(context))
        {
            var hash = await NewDatabase.HashAsync(connection, null, table, default);
            hashes.Add($"{table.Name} {hash.Rows} {hash}");
        }

        return hashes;
    }

    /// <summary>Copies the demo's jobs with all that belongs to them until there are so many, into a new file that the site then uses.</summary>
    private static async Task GrowAsync(BenchmarkHost host, SiteRuntime site, int orders, int megabytes)
    {
        var databases = host.Services.GetRequiredService<SiteDatabases>();
        await using var context = databases.Open(site.DbOptions);
        var plan = SitePlan.Of(context);
        var unique = UniqueTexts(context);
        await using var source = site.Provider.Connect(site.ConnectionString);
        await source.OpenAsync();
        var tables = new Dictionary<LoadedTable, List<object?[]>>();
        foreach (var table in plan)
        {
            var all = tables[table] = [];
            await using var rows = await TableRows.OpenAsync(source, null, table, default);
            while (await rows.ReadAsync(default))
            {
                all.Add([.. rows.Values]);
            }
        }

        var shared = tables.Where(pair => !IsMany(pair.Key)).SelectMany(pair => pair.Value).SelectMany(row => row).OfType<Guid>().ToHashSet();
        foreach (var (table, all) in tables.Where(pair => IsMany(pair.Key) && IndexOf(pair.Key, "Id") >= 0))
        {
            // What is copied has an id of its own, whoever else names the original.
            shared.ExceptWith(all.Select(row => row[IndexOf(table, "Id")]).OfType<Guid>());
        }

        var copies = (int)Math.Ceiling(orders / (double)tables.Single(pair => pair.Key.Name == "WorkOrders_Orders").Value.Count);
        var contents = Contents(Path.Combine(site.Folder, "files"), megabytes);
        var expected = new List<ExpectedTable>();
        var target = host.Services.GetRequiredService<SiteRegistry>().Resolve("Sqlite", "big.db", site.Folder);
        await using (var database = new NewDatabase(databases, site.Provider, target, Path.Combine(site.Folder, "grow.lock")))
        {
            await database.PrepareAsync((await context.Database.GetAppliedMigrationsAsync()).ToHashSet(StringComparer.Ordinal), plan, default);
            foreach (var (table, all) in tables)
            {
                var hash = new RowsHash();
                using var text = new RowText(table);
                await using var writer = await database.OpenAsync(table, default);
                var file = 0;
                for (var copy = 0; copy < (IsMany(table) ? copies : 1); copy++)
                {
                    foreach (var row in all)
                    {
                        var values = copy == 0 ? row : [.. row.Select((value, index) => Changed(value, copy, shared, unique.GetValueOrDefault($"{table.Name}.{table.Columns[index].Name}")))];
                        if (table.Name == "Kernel_Files" && contents.Count > 0)
                        {
                            values[IndexOf(table, "Sha256")] = contents[file++ % contents.Count];
                        }

                        hash.Add(text.Write(values).Span);
                        await writer.WriteAsync(values, default);
                    }
                }

                await writer.CompleteAsync(default);
                expected.Add(new ExpectedTable(table, hash.Rows, hash.ToString()));
            }

            await database.CompleteAsync(expected, default);
        }

        await UseAsync(host, directory => directory.RelocateAsync(site.Id, new SitePlace("Sqlite", "big.db", null), SiteState.Stopped, "Grow", default));
    }

    private static object? Changed(object? value, int copy, HashSet<Guid> shared, int longest) => value switch
    {
        Guid id when !shared.Contains(id) => Copy(id, copy),
        string words when longest > 0 => words[..Math.Min(words.Length, longest - 8)] + "~" + copy.ToString(CultureInfo.InvariantCulture),
        _ => value,
    };

    private static Guid Copy(Guid id, int copy)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        for (var part = 0; part < 4; part++)
        {
            bytes[10 + part] ^= (byte)(copy >> (8 * part));
        }

        return new Guid(bytes);
    }

    /// <summary>Texts that must differ from row to row, with their lengths.</summary>
    private static Dictionary<string, int> UniqueTexts(SiteDbContext context) => context.Model.GetRelationalModel().Tables
        .SelectMany(table => table.Indexes.Where(index => index.IsUnique).SelectMany(index => index.Columns).Concat(table.UniqueConstraints.SelectMany(key => key.Columns)).Distinct())
        .Where(column => column.PropertyMappings[0].Property.ClrType == typeof(string))
        .ToDictionary(column => $"{column.Table.Name}.{column.Name}", column => column.PropertyMappings[0].Property.GetMaxLength() ?? 64, StringComparer.Ordinal);

    private static List<string> Contents(string folder, int megabytes)
    {
        var hashes = new List<string>();
        for (var index = 0; index < megabytes * 1024L * 1024 / FileBytes; index++)
        {
            var bytes = RandomNumberGenerator.GetBytes(FileBytes);
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
            var path = Path.Combine(folder, sha256[..2], sha256[2..4], sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
            hashes.Add(sha256);
        }

        return hashes;
    }

    /// <summary>A technician has one diary, however many jobs.</summary>
    private static bool IsMany(LoadedTable table) => table.Name != "WorkOrders_Diaries" && Many.Any(start => table.Name.StartsWith(start, StringComparison.Ordinal));

    private static int IndexOf(LoadedTable table, string column) => table.Columns.ToList().FindIndex(one => one.Name == column);

    private static async Task<T> UseAsync<T>(BenchmarkHost host, Func<SiteDirectory, Task<T>> use)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<SiteDirectory>());
    }
}
