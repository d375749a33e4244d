using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.IntegrationTests.Operator;

namespace ServicePlatform.IntegrationTests.BadInput;

/// <summary>The operator's pages and forms, as an operator, with what nobody should send. Only sites of this test can be hit.</summary>
[Trait("goal", "G11")]
public sealed class OperatorTests(TestPlatform platform)
{
    private const int Seed = 20261122;

    [Fact]
    public async Task Every_page_and_form_of_the_operator_answers_nonsense_with_words()
    {
        var area = await OperatorArea.MakeAsync(platform);
        var victim = await area.VictimAsync();
        for (var round = 0; round < 5; round++)
        {
            // A version that no form hits by guessing 0 or 1.
            await area.UseAsync(directory => directory.SwitchAsync(victim.Id, ["Crm"], [], TestContext.Current.CancellationToken));
        }

        var routes = Routes.Of(platform.Services).Where(route => route.Pattern.StartsWith("app/sites", StringComparison.Ordinal)).ToList();
        routes.Count.ShouldBeGreaterThan(10);
        var answers = new Answers(platform.Faults);
        var dice = new Random(Seed);
        var token = (await area.Browser.PageAsync("app/sites")).QuerySelector("meta[name=sp-token]")!.GetAttribute("content")!;
        foreach (var route in routes)
        {
            foreach (var address in Hostile.Ids.Append(victim.Id).Append(area.Site.Id).Append("operator").Select(id => route.With(_ => id)).Distinct(StringComparer.Ordinal))
            {
                if (route.IsRead)
                {
                    await SendAsync(area, route, address, null, token, answers, address);
                }
            }

            if (!route.IsRead)
            {
                foreach (var (name, content) in Bodies.For(route, _ => null, dice).Concat(Bodies.TooLarge(route)))
                {
                    var id = dice.Next(3) == 0 ? Hostile.Ids[dice.Next(Hostile.Ids.Count)] : victim.Id;
                    await SendAsync(area, route, route.With(_ => id), content, token, answers, name);
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{answers.Count} requests: " + string.Join(", ", answers.ByStatus.Select(pair => $"{pair.Key} x {pair.Value}")));
        answers.ShouldBeRight();
        answers.ByStatus[422].ShouldBeGreaterThan(10, "forms are read and refused");
        area.Registry.Find(victim.Id)!.Row.Prefix.ShouldBe(victim.Id, "nothing was deleted or moved");
    }

    private static async Task SendAsync(OperatorArea area, Route route, string address, HttpContent? content, string token, Answers answers, string how)
    {
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), new Uri(area.Browser.Client.BaseAddress + address, UriKind.Absolute)) { Content = content };
        request.Headers.Add("Accept", "text/html");
        if (!route.IsRead)
        {
            request.Headers.Add("RequestVerificationToken", token);
        }

        using var answer = await area.Browser.Client.SendAsync(request, TestContext.Current.CancellationToken);
        await answers.LookAsync(answer, $"{route.Method} {route.Pattern}", how.Length <= 200 ? how : how[..200]);
    }
}
