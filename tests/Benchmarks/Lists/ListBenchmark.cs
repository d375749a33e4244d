namespace ServicePlatform.Benchmarks.Lists;

/// <summary>
/// A signed-in list page of a site against a bare page of the framework with the same sign-in, layout, query and file. Two server
/// processes take turns; the client is this process.
/// </summary>
internal static class ListBenchmark
{
    private const double Target = 0.6;
    private const double MostBytesApart = 0.05;
    private const int Rows = 50;

    /// <summary>Enough for the run-time to compile what is hot.</summary>
    private const int WarmRequests = 4000;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(int rounds)
    {
        var siteServer = await ServerProcess.StartAsync("site");
        await using var site = new Contestant("site", siteServer);
        await using var bare = new Contestant("bare", await ServerProcess.StartAsync("bare", siteServer.Said[1]));
        await site.SignInAsync("sign-in/staff", hasForm: true);
        await bare.SignInAsync("sign-in", hasForm: false);
        if (!await AreAlikeAsync(site, bare))
        {
            return 1;
        }

        await site.RunAsync(WarmUp, WarmRequests, counts: false);
        await bare.RunAsync(WarmUp, WarmRequests, counts: false);
        for (var round = 0; round < rounds; round++)
        {
            await site.RunAsync(Round, 0, counts: true);
            await bare.RunAsync(Round, 0, counts: true);
        }

        var ratio = site.Rate / bare.Rate;
        Console.WriteLine(site);
        Console.WriteLine(bare);
        Console.WriteLine($"list Sqlite: {ratio:0.00} of the bare page's requests/s (target {Target}), {bare.Processor / site.Processor:0.00} by processor time");
        return ratio >= Target ? 0 : 1;
    }

    private static async Task<bool> AreAlikeAsync(Contestant site, Contestant bare)
    {
        // The second answer: the first may set cookies.
        await site.PageAsync();
        await bare.PageAsync();
        var (ours, theirs) = (await site.PageAsync(), await bare.PageAsync());
        var rows = (Count(ours), Count(theirs));
        Console.WriteLine($"one page: site {ours.Length} bytes and {rows.Item1} rows, bare {theirs.Length} bytes and {rows.Item2} rows");
        return rows == (Rows, Rows) && Math.Abs(1 - ((double)theirs.Length / ours.Length)) <= MostBytesApart;
    }

    private static int Count(ReadOnlySpan<byte> page) => page.Count("<tr data-row="u8);
}
