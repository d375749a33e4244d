namespace ServicePlatform.Benchmarks.Lists;

/// <summary>The product as a process of its own: fills a site, says where it listens and where its database is, and serves until its input ends.</summary>
internal static class SiteServer
{
    public static async Task<int> RunAsync()
    {
        await using var host = await BenchmarkHost.StartAsync("Sqlite", listens: true);
        await ListSite.FillAsync(host);
        Console.WriteLine($"{host.Address}/bench {Path.Combine(host.Folder, "sites", "bench", "site.db")}");
        await Console.In.ReadToEndAsync();
        return 0;
    }
}
