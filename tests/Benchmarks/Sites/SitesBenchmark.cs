using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace ServicePlatform.Benchmarks.Sites;

/// <summary>Twenty sites of one host asked in parallel, signed in and not, while features are switched: no answer may hold anything of another site.</summary>
internal static class SitesBenchmark
{
    private const int Sites = 20;
    private const int Clients = 16;
    private const int Progress = 10000;
    private const int Seed = 20261122;

    private static readonly TimeSpan BetweenSwitches = TimeSpan.FromMilliseconds(40);

    /// <summary>Path, whether with the cookies of somebody signed in, whether a whole page, whether of the feature that is switched.</summary>
    private static readonly Ask[] Asks =
    [
        new("sign-in/staff", false, true, false, 200),
        new("", false, true, false, 200),
        new("app", false, false, false, 302),
        new("app/nothing-here", true, false, false, 404),
        new("app/customers", true, true, false, 200),
        new("app/customers/{customer}", true, true, false, 200),
        new("app/machines", true, true, false, 200),
        new("app/orders", true, true, false, 200),
        new("app/customers/new", true, true, false, 200),
        new("account", true, true, false, 200),
        new("api/notes", true, false, true, 200),
        new("api/notes", true, false, true, 200),
    ];

    public static async Task<int> RunAsync(int requests)
    {
        await using var host = await BenchmarkHost.StartAsync("Sqlite", listens: true);
        var address = new Uri(host.Address + "/");
        var sites = Enumerable.Range(0, Sites).Select(index => new MarkedSite(index)).ToList();
        foreach (var site in sites)
        {
            await site.MakeAsync(host);
            await site.SignInAsync(address);
        }

        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = Clients * 2 }) { BaseAddress = address };
        var (wrong, counts, switches, asked) = (new ConcurrentQueue<string>(), new ConcurrentDictionary<int, int>(), 0, 0);
        using var stop = new CancellationTokenSource();
        var switching = Task.Run(async () =>
        {
            var random = new Random(Seed);
            var toggled = sites.Where(site => site.IsToggled).ToList();
            while (!stop.IsCancellationRequested)
            {
                await toggled[random.Next(toggled.Count)].ToggleAsync(host);
                switches++;
                await Task.Delay(BetweenSwitches);
            }
        });
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(worker => Task.Run(async () =>
        {
            var random = new Random(Seed + worker + 1);
            while (Interlocked.Increment(ref asked) is var number && number <= requests)
            {
                if (number % Progress == 0)
                {
                    Console.WriteLine($"  {number} requests, {switches} switches, {wrong.Count} wrong");
                }

                var (site, ask) = (sites[random.Next(Sites)], Asks[random.Next(Asks.Length)]);
                if (await AskAsync(client, site, ask, counts) is { } fault)
                {
                    wrong.Enqueue($"{site.Id} {ask.Path}: {fault}");
                }
            }
        })));
        watch.Stop();
        await stop.CancelAsync();
        await switching;
        wrong.Take(20).ToList().ForEach(Console.WriteLine);
        Console.WriteLine($"sites: {requests} requests to {Sites} sites by {Clients} clients in {watch.Elapsed.TotalSeconds:0} s, {switches} switches of a feature meanwhile; "
            + $"answers {string.Join(", ", counts.OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} x {pair.Key}"))}; {wrong.Count} with something of another site or of the wrong state");
        return wrong.IsEmpty ? 0 : 1;
    }

    private static async Task<string?> AskAsync(HttpClient client, MarkedSite site, Ask ask, ConcurrentDictionary<int, int> counts)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{site.Id}/{ask.Path.Replace("{customer}", site.CustomerId.ToString(), StringComparison.Ordinal)}");
        request.Headers.Add("Accept", ask.IsToggled ? "application/json" : "text/html");
        if (ask.IsSignedIn)
        {
            request.Headers.Add("Cookie", site.Cookies);
        }

        var before = site.Switch.Changes;
        using var answer = await client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        var isOn = site.Switch.Expected(before);
        var status = (int)answer.StatusCode;
        counts.AddOrUpdate(status, 1, (_, known) => known + 1);
        return Bleed.Of(site, answer, body, ask.IsPage) is { } fault ? fault
            : !ask.IsToggled && status != ask.Status ? $"answered {status}"
            : ask.IsToggled && answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NotFound) ? $"answered {status}"
            : ask.IsToggled && isOn is { } wanted && wanted != (status == 200) ? $"answered {status} while the feature was {(wanted ? "on" : "off")}"
            : ask.IsToggled && status == 200 && !body.Contains(site.Mark, StringComparison.Ordinal) ? "does not hold its own data"
            : null;
    }

    private sealed record Ask(string Path, bool IsSignedIn, bool IsPage, bool IsToggled, int Status);
}
