using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Files;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Security;
using ServicePlatform.WorkOrders.Orders;
using ServicePlatform.WorkOrders.Requests;
using ServicePlatform.WorkOrders.Visits;

namespace ServicePlatform.IntegrationTests.BadInput;

/// <summary>Every address of dealer A's job, asked for by everybody whom it does not concern: two sites, two principals, two dealers.</summary>
[Trait("capability", "A017")]
[Trait("goal", "G10")]
public sealed partial class IsolationMatrixTests(TestPlatform platform)
{
    /// <summary>Nothing of these may reach a stranger: name, phone, address, what the customer said.</summary>
    private static readonly string[] Secrets = ["张丽", "13800001234", "金蝉西路", "漏水，请尽快"];

    /// <summary>What is the same for everybody of the site, whoever asks.</summary>
    private static readonly string[] Common = ["app/playbooks", "app/organisations", "app/technicians", "app/models", "app/categories", "app/principals", "app/message-templates", "app/compounds", "app/accounts", "app/roles"];

    [Theory, DatabaseData]
    public async Task A_job_is_seen_by_whom_it_concerns_and_by_nobody_else(string database)
    {
        var scene = await BadInputScene.MakeAsync(platform, database);
        var things = await ThingsAsync(scene);
        var routes = Routes.Of(platform.Services).Where(route => !Common.Any(common => route.Pattern.StartsWith(common, StringComparison.Ordinal))).ToList();
        var strangers = await StrangersAsync(scene, database);
        var before = await Tables.CountAsync(scene.Site);
        var answers = new Answers(platform.Faults);
        foreach (var (kind, browser) in strangers)
        {
            foreach (var route in routes.Where(route => route.IsRead))
            {
                foreach (var address in Addresses(route, things))
                {
                    var status = await AskAsync(browser, HttpMethod.Get, address, [], null, answers, $"GET {route.Pattern}", kind);
                    if (route.Parameters.Count > 0 && status is not (401 or 403 or 404 or 302))
                    {
                        answers.Note($"{status} and not 404", $"GET {route.Pattern}", $"{kind}: {address}");
                    }
                }
            }

            var token = (await browser.PageAsync("")).QuerySelector("meta[name=sp-token]")!.GetAttribute("content")!;
            foreach (var route in routes.Where(route => !route.IsRead && route.Parameters.Count > 0 && route.Pattern.StartsWith("app/", StringComparison.Ordinal)))
            {
                foreach (var address in Addresses(route, things))
                {
                    var fields = route.Fields.Where(field => !field.IsFile).Select(field => (field.Name, Value(field, things)));
                    var status = await AskAsync(browser, HttpMethod.Post, address, fields, token, answers, $"POST {route.Pattern}", kind);
                    if (status is 200)
                    {
                        answers.Note("200 to a stranger", $"POST {route.Pattern}", $"{kind}: {address}");
                    }
                }
            }

            Tables.Difference(before, await Tables.CountAsync(scene.Site)).ShouldBe("", $"{kind} wrote");
        }

        answers.ShouldBeRight();
        await OwnPeopleSeeItAsync(scene, things);
    }

    private async Task<Dictionary<string, Browser>> StrangersAsync(BadInputScene scene, string database)
    {
        var elsewhere = await BadInputScene.MakeAsync(platform, database);
        await scene.Work.HouseholdAsync(scene.Work.Aqua, "周平", "13800009999");
        return new Dictionary<string, Browser>(StringComparer.Ordinal)
        {
            ["another dealer"] = await scene.Site.SignInAsync(StandardRoles.Dealer, "/hq/db/"),
            ["another outlet"] = await scene.Site.SignInAsync(StandardRoles.Outlet, "/hq/db/b1/"),
            ["another principal"] = await scene.Site.SignInAsync(StandardRoles.PrincipalViewer, "/hq/", [scene.Work.Pure]),
            ["a technician who is not named"] = await scene.Site.SignInAsAsync("wang.yong", BadInputScene.Password),
            ["a customer whose it is not"] = await scene.Site.SignInCustomerAsync("+8613800009999"),
            ["a customer of nothing"] = await scene.Site.SignInCustomerAsync("+8613800007777"),
            ["nobody"] = scene.Site.Browse(),
            ["staff of the other site"] = new Browser(Reroute(elsewhere, scene)),
        };
    }

    /// <summary>Signed in at one site, asking below the other's address.</summary>
    private HttpClient Reroute(BadInputScene elsewhere, BadInputScene scene)
    {
        var client = platform.Factory.CreateClient(new() { BaseAddress = new Uri($"http://localhost/{scene.Site.Id}/"), AllowAutoRedirect = false });
        client.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", elsewhere.StaffCookie.Replace(elsewhere.Site.Id, scene.Site.Id, StringComparison.Ordinal));
        return client;
    }

    private static async Task OwnPeopleSeeItAsync(BadInputScene scene, Things things)
    {
        async Task ShouldSee(string kind, string address, string? words = null)
        {
            using var answer = await scene.People[kind].GetAsync(address);
            var text = Plain(await answer.Content.ReadAsStringAsync(Stop));
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, $"{kind} {address}");
            if (words is not null)
            {
                text.ShouldContain(words, customMessage: $"{kind} {address}");
            }
        }

        foreach (var kind in new[] { "outlet", "dispatcher", "agent", "claims", "admin" })
        {
            await ShouldSee(kind, "app/orders/" + things.Order, things.Order);
            await ShouldSee(kind, "app/orders?Text=" + things.Order, things.Order);
            await ShouldSee(kind, "files/" + things.File);
        }

        await ShouldSee("technician", "app/visits/" + things.Visit, "张丽");
        await ShouldSee("technician", "app/my-day", "张丽");
        await ShouldSee("technician", "files/" + things.File);
        await ShouldSee("customer", "orders/" + things.Order, things.Order);
        await ShouldSee("customer", "machines/" + things.Machine);
        await ShouldSee("customer", "requests/" + things.Request, "漏水，请尽快");
        await ShouldSee("agent", "app/customers/" + things.Customer, "张丽");
        await ShouldSee("agent", "app/requests/" + things.Request, "张丽");
        await ShouldSee("agent", "app/palette?q=" + Uri.EscapeDataString("张丽"), "张丽");
        await ShouldSee("outlet", "app/machines/" + things.Machine);
    }

    private static IEnumerable<string> Addresses(Route route, Things things)
    {
        if (route.Parameters.Count == 0)
        {
            yield return route.Pattern;
            foreach (var field in route.Fields.Where(field => field.Name is "q" or "Text" or "text" or "Phone" or "customerText" or "customer"))
            {
                foreach (var secret in new[] { "张丽", "13800001234", "1234", things.Order, things.Customer })
                {
                    yield return $"{route.Pattern}?{field.Name}={Uri.EscapeDataString(secret)}";
                }
            }
        }
        else if (route.Parameters is [{ Name: "number" }])
        {
            foreach (var number in new[] { things.Order, things.Visit, things.Request })
            {
                yield return route.With(_ => number);
            }
        }
        else if (route.Parameters is [{ Name: "id" }])
        {
            foreach (var id in new[] { things.Customer, things.Machine, things.File, things.OrderId, things.VisitId })
            {
                yield return route.With(_ => id);
            }
        }
    }

    /// <summary>Without the escapes of JSON and HTML, behind which a name could pass.</summary>
    private static string Plain(string text) =>
        WebUtility.HtmlDecode(Escapes().Replace(text, match => ((char)Convert.ToInt32(match.Groups["code"].Value, 16)).ToString()));

    [GeneratedRegex(@"\\u(?<code>[0-9a-fA-F]{4})", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Escapes();

    private static string Value(Field field, Things things)
    {
        var name = field.Name[(field.Name.LastIndexOf('.') + 1)..];
        return name switch
        {
            "Id" => field.Name.Contains("Visit", StringComparison.Ordinal) ? things.VisitId : things.OrderId,
            "CustomerId" => things.Customer,
            "MachineId" => things.Machine,
            _ => "1",
        };
    }

    private static async Task<int> AskAsync(Browser browser, HttpMethod method, string address, IEnumerable<(string Name, string Value)> fields, string? token, Answers answers, string what, string kind)
    {
        using var request = new HttpRequestMessage(method, new Uri(browser.Client.BaseAddress + address, UriKind.Absolute));
        request.Headers.Add("Accept", address.StartsWith("api/", StringComparison.Ordinal) ? "application/json" : "text/html");
        if (token is not null)
        {
            request.Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
            request.Headers.Add("RequestVerificationToken", token);
        }

        using var answer = await browser.Client.SendAsync(request, Stop);
        var text = Plain(await answers.LookAsync(answer, what, $"{kind}: {address}"));
        var own = Uri.UnescapeDataString(address);
        foreach (var secret in Secrets.Where(secret => !own.Contains(secret, StringComparison.Ordinal) && text.Contains(secret, StringComparison.Ordinal)))
        {
            answers.Note("shows " + secret, what, $"{kind}: {address}");
        }

        return (int)answer.StatusCode;
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Task<Things> ThingsAsync(BadInputScene scene) => scene.Site.ReadAsync(async db =>
    {
        var visit = await db.Set<Visit>().SingleAsync(Stop);
        var order = await db.Set<Order>().SingleAsync(row => row.Id == visit.OrderId, Stop);
        var file = await db.Set<FileRow>().FirstAsync(Stop);
        var request = await db.Set<Request>().SingleAsync(row => row.Description == "漏水，请尽快", Stop);
        return new Things(order.Number, visit.Number, request.Number, order.Id.ToString(), visit.Id.ToString(), order.CustomerId.ToString(), order.MachineId.ToString()!, file.Id.ToString());
    });

    private sealed record Things(string Order, string Visit, string Request, string OrderId, string VisitId, string Customer, string Machine, string File);
}
