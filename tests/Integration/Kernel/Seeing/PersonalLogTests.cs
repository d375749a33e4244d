using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.IntegrationTests.WorkOrders;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Messaging;
using ServicePlatform.Messaging.Providers;
using ServicePlatform.Security;

namespace ServicePlatform.IntegrationTests.Kernel.Seeing;

/// <summary>A whole way of a customer through the product; nothing of him is in the log or in a span.</summary>
public sealed class PersonalLogTests(TestPlatform platform)
{
    private const string Name = "欧阳听雨";
    private const string Phone = "13987651234";
    private const string Street = "夜来香巷88号";
    private const string Other = "司徒晚舟";
    private const string OtherPhone = "13798762345";

    private static readonly string[] Personal = [Name, Phone, "+86" + Phone, Phone[3..], Street, Other, OtherPhone, OtherPhone[3..], "%E6%AC%A7%E9%98%B3"];

    [Theory, DatabaseData]
    public async Task Nothing_of_a_person_is_logged_or_traced(string database)
    {
        await using var gateway = await Gateway.StartAsync(HttpStatusCode.ServiceUnavailable);
        var scene = await OrderScene.MakeAsync(platform, database);
        await ByGatewayAsync(scene.Site, gateway);
        var spans = new ConcurrentBag<string>();
        using var listener = Listen(spans);
        using var log = platform.Log.Record();

        var home = await scene.HouseholdAsync(scene.Aqua, Name, Phone, street: Street);
        var (_, visit) = await scene.BookedAsync(home);
        await scene.ArriveAsync(visit);
        await scene.Site.DeliverAsync();
        var agent = await scene.Site.SignInAsync(StandardRoles.Agent);
        await LookAsync(agent, home.Customer);
        await FileAsync(agent, scene.Aqua, Other, OtherPhone);
        await FileAsync(agent, scene.Aqua, Other, "1379876");
        await FileAsync(agent, scene.Aqua, new string('听', 900), OtherPhone);
        await AskForCodeAsync(scene.Site, Phone);
        await scene.Site.DeliverAsync();
        gateway.Heard.ShouldNotBeEmpty();

        // Other tests record at the same time, with people of their own.
        log.Lines.ShouldContain(line => line.Contains(scene.Site.Id, StringComparison.Ordinal), "the way was recorded");
        spans.ShouldContain(span => span.Contains(scene.Site.Id, StringComparison.Ordinal), "the way was traced");
        foreach (var personal in Personal)
        {
            log.Lines.ShouldNotContain(line => line.Contains(personal, StringComparison.OrdinalIgnoreCase), personal);
            spans.ShouldNotContain(span => span.Contains(personal, StringComparison.OrdinalIgnoreCase), personal);
        }
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Messages go to somebody outside, who takes none of them: that is logged.</summary>
    private async Task ByGatewayAsync(TestSite site, Gateway gateway)
    {
        await site.RunRecipeAsync("""{ "steps": [ { "name": "message-templates" } ] }""");
        await using var scope = platform.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SiteDirectory>().SwitchAsync(site.Id, [], [Features.Development], Stop);
        await site.DoAsync(new SaveSms(true, gateway.Address + "/", "", "", -1), Actors.Staff("/hq/"));
    }

    private static ActivityListener Listen(ConcurrentBag<string> spans)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "ServicePlatform" or "Microsoft.AspNetCore" or "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => spans.Add(
                $"{span.OperationName} {span.DisplayName} {string.Join(' ', span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))} "
                + string.Join(' ', span.Events.SelectMany(happened => happened.Tags).Select(tag => $"{tag.Key}={tag.Value}"))),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static async Task LookAsync(Browser agent, Guid customer)
    {
        foreach (var path in new[]
        {
            $"app/customers/{customer}", $"app/customers?search={Uri.EscapeDataString(Name)}", $"app/palette?q={Phone}", $"app/customers/known?phone={Phone}",
            $"app/orders?search={Phone[^4..]}", $"app/nothing?name={Uri.EscapeDataString(Name)}", "app/machines?category=%00",
        })
        {
            (await agent.GetAsync(path)).StatusCode.ShouldNotBe(HttpStatusCode.InternalServerError, path);
        }
    }

    private static async Task FileAsync(Browser agent, Guid principal, string name, string phone)
    {
        var page = await agent.PageAsync("app/customers/new");
        using var request = new HttpRequestMessage(HttpMethod.Post, "app/customers/new");
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PrincipalId"] = principal.ToString(), ["Name"] = name, ["Kind"] = "Person", ["Gender"] = "Female", ["Phones[0].Number"] = phone, ["Note"] = Street,
        });
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("RequestVerificationToken", page.QuerySelector("meta[name=sp-token]")!.GetAttribute("content")!);
        using var answer = await agent.Client.SendAsync(request, Stop);
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity);
    }

    private static async Task AskForCodeAsync(TestSite site, string phone)
    {
        var browser = site.Browse();
        var page = await browser.PageAsync("sign-in");
        var answer = await browser.SendAsync(page, "sign-in/code", ("Phone", phone));
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Redirect, HttpStatusCode.ServiceUnavailable);
    }
}
