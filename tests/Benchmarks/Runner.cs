namespace ServicePlatform.Benchmarks;

internal static class Runner
{
    public static async Task<int> Main(string[] args) => args.FirstOrDefault() switch
    {
        "repeats" => await RepeatsBenchmark.RunAsync(args.ElementAtOrDefault(1) ?? "Sqlite"),
        "writers" => await WritersBenchmark.RunAsync(args.ElementAtOrDefault(1) ?? "Sqlite"),
        _ => Usage(),
    };

    private static int Usage()
    {
        Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/Benchmarks -- repeats|writers [Sqlite|PostgreSql]");
        return 2;
    }
}
