using ServicePlatform.IntegrationTests.Fixture;

namespace ServicePlatform.IntegrationTests.BadInput;

/// <summary>Every form and button, sent as every kind of user with what no form sends. What is refused leaves nothing behind.</summary>
[Trait("goal", "G11")]
public sealed class WriteTests(TestPlatform platform)
{
    private const int Seed = 20261122;

    /// <summary>Their address is all they need, so they do their work for anybody who may: these get wrong addresses only.</summary>
    private static readonly string[] Armed = ["app/people/{id:guid}/"];

    /// <summary>They would sign out those who go on asking.</summary>
    private static readonly string[] Ending = ["sign-out", "account/sessions/end-others"];

    [Theory, DatabaseData]
    public async Task Every_form_refuses_nonsense_with_words_and_writes_nothing(string database)
    {
        var scene = await BadInputScene.MakeAsync(platform, database);
        var routes = Routes.Of(platform.Services).Where(route => !route.IsRead && !Ending.Contains(route.Pattern)).ToList();
        routes.Count.ShouldBeGreaterThan(80);
        var answers = new Answers(platform.Faults);
        var counted = await Tables.CountAsync(scene.Site);
        var complete = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (kind, browser) in scene.People)
        {
            var dice = new Random(Seed);
            var token = await TokenAsync(browser);
            foreach (var route in routes)
            {
                // The first who may gets everything, the others a sample.
                var bodies = Bodies.For(route, name => Known(scene, name, dice), dice);
                bodies = !complete.Add(route.Pattern) ? bodies.Take(3) : database == "Sqlite" ? bodies.Concat(Bodies.TooLarge(route)) : bodies;
                foreach (var (name, content) in bodies)
                {
                    var address = Address(route, scene, dice);
                    var status = await SendAsync(browser, route, address, content, token, answers, $"{name}, {kind}: {address}");
                    if (status is 401 or 403)
                    {
                        complete.Remove(route.Pattern);
                        break;
                    }

                    if (status < 400)
                    {
                        counted = Compare(counted, await Tables.CountAsync(scene.Site), status, answers, $"{route.Method} {route.Pattern}", name);
                    }
                }

                counted = Compare(counted, await Tables.CountAsync(scene.Site), 400, answers, $"{route.Method} {route.Pattern}", kind);
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{answers.Count} requests: " + string.Join(", ", answers.ByStatus.Select(pair => $"{pair.Key} x {pair.Value}")));
        answers.ShouldBeRight();
        answers.ByStatus[422].ShouldBeGreaterThan(100, "forms are read and refused");
    }

    private static string Address(Route route, BadInputScene scene, Random dice) =>
        route.With(name => !Armed.Any(armed => route.Pattern.StartsWith(armed, StringComparison.Ordinal)) && dice.Next(6) > 0 && Known(scene, name, dice) is { } own
            ? Uri.EscapeDataString(own)
            : Hostile.Ids[dice.Next(Hostile.Ids.Count)]);

    private static string? Known(BadInputScene scene, string name, Random dice)
    {
        var last = name[(name.LastIndexOf('.') + 1)..];
        var key = scene.Known.ContainsKey(last) ? last : last.EndsWith("Id", StringComparison.Ordinal) ? "id" : "";
        return scene.Known.TryGetValue(key, out var values) ? values[dice.Next(values.Count)] : null;
    }

    /// <summary>Whatever took effect has its audit row; without one nothing at all was written.</summary>
    private static string Compare(string before, string after, int status, Answers answers, string what, string how)
    {
        var difference = Tables.Difference(before, after);
        if (difference.Length > 0 && (status >= 400 || !difference.Contains("Kernel_Audit", StringComparison.Ordinal)))
        {
            answers.Note($"{status}, yet written: {difference}", what, how);
        }

        return after;
    }

    private static async Task<int> SendAsync(Browser browser, Route route, string address, HttpContent content, string token, Answers answers, string how)
    {
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), new Uri(browser.Client.BaseAddress + address, UriKind.Absolute)) { Content = content };
        request.Headers.Add("Accept", address.StartsWith("api/", StringComparison.Ordinal) ? "application/json" : "text/html");
        request.Headers.Add("RequestVerificationToken", token);
        using var answer = await browser.Client.SendAsync(request, TestContext.Current.CancellationToken);
        await answers.LookAsync(answer, $"{route.Method} {route.Pattern}", how.Length <= 200 ? how : how[..200]);
        return (int)answer.StatusCode;
    }

    private static async Task<string> TokenAsync(Browser browser) =>
        (await browser.PageAsync("")).QuerySelector("meta[name=sp-token]")!.GetAttribute("content")!;
}
