namespace ServicePlatform.Benchmarks.Faults;

/// <summary>What the benchmarks of kills have in common: a site in a folder of its own, its writers, and what was found wrong.</summary>
internal sealed class KillRounds : IDisposable
{
    private const int WriterCount = 8;
    private const int TextLength = 40;
    private const int Seed = 20261122;

    private static readonly TimeSpan Target = TimeSpan.FromSeconds(10);

    private KillRounds(string folder, Ledger ledger) => (Folder, Ledger) = (folder, ledger);

    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(2);

    public string Folder { get; }

    public Ledger Ledger { get; }

    public NoteWriters Writers { get; } = new(WriterCount, TextLength);

    public Random Random { get; } = new(Seed);

    /// <summary>How long it took to be up again.</summary>
    public Samples Up { get; } = new();

    public List<string> Wrong { get; } = [];

    /// <param name="connection">Of the database; empty for a SQLite file in the folder.</param>
    public static async Task<KillRounds> MakeAsync(string database, string connection)
    {
        var folder = Directory.CreateTempSubdirectory("service-platform-kills-").FullName;
        await WriterSite.MakeAsync(folder, database, connection);
        var direct = connection.Length == 0 ? $"Data Source={WriterSite.FileIn(folder)};Pooling=False;Default Timeout=30" : connection + ";Pooling=false";
        return new KillRounds(folder, new Ledger(database, direct));
    }

    /// <summary>Looks a last time and prints what is wrong.</summary>
    /// <returns>True where nothing is, and it was up again in time.</returns>
    public async Task<bool> EndAsync()
    {
        if (await Ledger.EchoesAsync() is { } echoes)
        {
            Wrong.Add(echoes);
        }

        Wrong.AddRange(Writers.Wrong);
        Wrong.Take(20).ToList().ForEach(Console.WriteLine);
        return Wrong.Count == 0 && Up.Percentile(1) <= Target.TotalMilliseconds;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
