using ServicePlatform.IntegrationTests.Fixture;

namespace ServicePlatform.IntegrationTests.BadInput;

/// <summary>Every page and list, asked for as every kind of user with what nobody should send.</summary>
[Trait("goal", "G11")]
public sealed class ReadTests(TestPlatform platform)
{
    private const int Seed = 20261122;

    [Theory, DatabaseData]
    public async Task Every_page_answers_whatever_it_is_asked(string database)
    {
        var scene = await BadInputScene.MakeAsync(platform, database);
        var routes = Routes.Of(platform.Services).Where(route => route.IsRead).ToList();
        routes.Count.ShouldBeGreaterThan(80);
        var answers = new Answers(platform.Faults);
        var complete = new HashSet<string>(StringComparer.Ordinal);
        var before = await Tables.CountAsync(scene.Site);
        foreach (var (kind, browser) in scene.People)
        {
            var dice = new Random(Seed);
            foreach (var route in routes)
            {
                var addresses = Addresses(route, scene, dice);
                foreach (var address in complete.Add(route.Pattern) ? addresses : addresses.Take(2))
                {
                    // Who may not ask at all is refused before anything is read.
                    if (await AskAsync(browser, address, answers, route, kind) is 401 or 403)
                    {
                        complete.Remove(route.Pattern);
                        break;
                    }
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{answers.Count} requests: " + string.Join(", ", answers.ByStatus.Select(pair => $"{pair.Key} x {pair.Value}")));
        answers.ShouldBeRight();
        Tables.Difference(before, await Tables.CountAsync(scene.Site)).ShouldBe("", "reading writes nothing");
        answers.ByStatus[200].ShouldBeGreaterThan(200, "the pages themselves answer");
    }

    private static IEnumerable<string> Addresses(Route route, BadInputScene scene, Random dice)
    {
        string Own(string name) => scene.Known.TryGetValue(name, out var values) ? Uri.EscapeDataString(values[dice.Next(values.Count)]) : Pick(Hostile.Ids, dice);
        string Bad(string name) => Pick(Hostile.Ids, dice);
        yield return route.With(Own);
        yield return route.With(Own) + "?" + Query(route, dice);
        for (var again = 0; again < (route.Parameters.Count == 0 ? 4 : 6); again++)
        {
            yield return route.With(again < 2 ? Own : Bad) + "?" + Query(route, dice);
        }
    }

    private static string Query(Route route, Random dice)
    {
        var names = route.Fields.Select(field => field.Name).Concat(["after", "before", "sort", "view", "page", "q"]).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        dice.Shuffle(names);
        return string.Join('&', names.Take(dice.Next(1, 6)).Select(name =>
        {
            var isPlace = name is "after" or "before" or "page" or "After" or "Before";
            var value = isPlace ? Pick(Hostile.Places, dice) : Pick(Hostile.Texts, dice);
            return $"{name}={Escape(value.Length > 5000 ? value[..5000] : value)}";
        }));
    }

    private static async Task<int> AskAsync(Browser browser, string address, Answers answers, Route route, string kind)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(browser.Client.BaseAddress + address, UriKind.Absolute));
        request.Headers.Add("Accept", address.StartsWith("api/", StringComparison.Ordinal) ? "application/json" : "text/html");
        using var answer = await browser.Client.SendAsync(request, TestContext.Current.CancellationToken);
        await answers.LookAsync(answer, $"GET {route.Pattern}", $"{kind}: {(address.Length <= 200 ? address : address[..200])}");
        return (int)answer.StatusCode;
    }

    private static string Pick(IReadOnlyList<string> values, Random dice) => values[dice.Next(values.Count)];

    private static string Escape(string value)
    {
        try
        {
            return Uri.EscapeDataString(value);
        }
        catch (UriFormatException)
        {
            return "%ED%A0%80";
        }
    }
}
