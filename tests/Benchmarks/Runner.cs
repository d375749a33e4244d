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
        "bare" => await Bare.BareServer.RunAsync(args[1]),
        "site" => await Lists.SiteServer.RunAsync(),
        _ => Usage(),
    };

    private static int Usage()
    {
        Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/Benchmarks -- repeats|writers [Sqlite|PostgreSql] | list [rounds] | import [Sqlite|PostgreSql] [rows] | scoped-lists [Sqlite|PostgreSql] [customers]");
        return 2;
    }
}
