using System.Globalization;

namespace ServicePlatform.Benchmarks;

internal static class Runner
{
    public static async Task<int> Main(string[] args) => args.FirstOrDefault() switch
    {
        "repeats" => await RepeatsBenchmark.RunAsync(args.ElementAtOrDefault(1) ?? "Sqlite"),
        "writers" => await WritersBenchmark.RunAsync(args.ElementAtOrDefault(1) ?? "Sqlite"),
        "import" => await ImportBenchmark.RunAsync(args.ElementAtOrDefault(1) ?? "Sqlite", int.Parse(args.ElementAtOrDefault(2) ?? "100000", CultureInfo.InvariantCulture)),
        "list" => await Lists.ListBenchmark.RunAsync(int.Parse(args.ElementAtOrDefault(1) ?? "5", CultureInfo.InvariantCulture)),
        "scoped-lists" => await ScopedListsBenchmark.RunAsync(args.ElementAtOrDefault(1) ?? "Sqlite", int.Parse(args.ElementAtOrDefault(2) ?? "200000", CultureInfo.InvariantCulture)),
        "sites" => await Sites.SitesBenchmark.RunAsync(Number(args, 100000)),
        "kills" => await KillsAsync(args),
        "faults" => await Faults.DiskFaultsBenchmark.RunAsync(),
        "poison" => await Faults.PoisonBenchmark.RunAsync(args.ElementAtOrDefault(1) ?? "Sqlite"),
        "start" => await StartBenchmark.RunAsync(args.ElementAtOrDefault(1)),
        "archive" => await ArchiveBenchmark.RunAsync(
            int.Parse(args.ElementAtOrDefault(1) ?? "100000", CultureInfo.InvariantCulture), int.Parse(args.ElementAtOrDefault(2) ?? "2048", CultureInfo.InvariantCulture)),
        "bare" => await Bare.BareServer.RunAsync(args[1]),
        "site" => await Lists.SiteServer.RunAsync(),
        _ => Usage(),
    };

    private static Task<int> KillsAsync(string[] args) => args.ElementAtOrDefault(1) switch
    {
        "postgresql" => Faults.PostgreSqlKillsBenchmark.RunAsync(int.Parse(args.ElementAtOrDefault(2) ?? "10", CultureInfo.InvariantCulture)),
        "migration" => Faults.MigrationKillsBenchmark.RunAsync(int.Parse(args.ElementAtOrDefault(2) ?? "20", CultureInfo.InvariantCulture)),
        _ => Faults.KillsBenchmark.RunAsync(Number(args, 100)),
    };

    private static int Number(string[] args, int otherwise) => int.Parse(args.ElementAtOrDefault(1) ?? otherwise.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static int Usage()
    {
        Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/Benchmarks -- repeats|writers [Sqlite|PostgreSql] | list [rounds] | import [Sqlite|PostgreSql] [rows] | scoped-lists [Sqlite|PostgreSql] [customers] | sites [requests] | kills [rounds] | kills postgresql|migration [rounds] | faults | poison [Sqlite|PostgreSql] | start [data folder] | archive [orders] [megabytes]");
        return 2;
    }
}
