using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Data.Host;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.IntegrationTests.Operator;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Security;

namespace ServicePlatform.IntegrationTests.Kernel.Seeing;

/// <summary>The number on an error page finds the line in the log.</summary>
public sealed class RequestNumberTests(TestPlatform platform)
{
    [Theory]
    [InlineData("a page that is not there", "app/nothing-here", "text/html", false, 404)]
    [InlineData("a fragment that is not there", "app/nothing-here", "text/html", true, 404)]
    [InlineData("a customer that is not there", "app/customers/00000000-0000-0000-0000-000000000001", "text/html", false, 404)]
    [InlineData("an address of the API that is not there", "api/nothing-here", "application/json", false, 404)]
    [InlineData("what cannot be read", "app/machines?category=%00", "text/html", false, 400)]
    [InlineData("a fault", "api/broken", "text/html", false, 500)]
    [InlineData("a fault of the API", "api/broken", "application/json", false, 500)]
    [InlineData("a fault of a fragment", "api/broken", "text/html", true, 500)]
    public async Task A_page_of_a_site_shows_the_number_that_the_log_has(string what, string path, string accept, bool isFragment, int status)
    {
        var site = await platform.CreateSiteAsync("Sqlite");
        var agent = await site.SignInAsync(StandardRoles.Agent);
        using var log = platform.Log.Record();

        var number = await NumberAsync(agent.Client, path, accept, isFragment, (HttpStatusCode)status);

        Line(log, number).ShouldContain($"in the site {site.Id} was answered {status}", customMessage: what);
        if (status == 500)
        {
            log.Lines.ShouldContain(line => line.Contains("secret detail", StringComparison.Ordinal) && line.Contains($"request {number}", StringComparison.Ordinal), "the exception is logged within the request");
        }
    }

    [Fact]
    public async Task A_refused_write_of_the_API_shows_it_and_the_log_has_the_route_without_what_was_typed()
    {
        var site = await platform.CreateSiteAsync("Sqlite");
        var agent = await site.SignInAsync(StandardRoles.Agent);
        using var log = platform.Log.Record();
        using var content = new StringContent("{\"principalId\":\"00000000-0000-0000-0000-000000000000\",\"holderPath\":\"/hq/\",\"text\":\"\"}", System.Text.Encoding.UTF8, "application/json");

        using var answer = await agent.Client.PostAsync("api/notes?typed=13911112222", content, Stop);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var number = Number(answer);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain(number);
        Line(log, number).ShouldContain("POST /api/notes");
        log.Lines.ShouldNotContain(line => line.Contains(number, StringComparison.Ordinal) && line.Contains("13911112222", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Plain_pages_show_it_where_no_site_answers()
    {
        var site = await platform.CreateSiteAsync("Sqlite");
        await using (var scope = platform.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<SiteDirectory>().ChangeAsync(site.Id, row => row.State = SiteState.Stopped, Stop);
        }

        using var log = platform.Log.Record();
        using var client = platform.Factory.CreateClient();

        Line(log, await NumberAsync(client, "/nowhere/at-all", "text/html", false, HttpStatusCode.NotFound)).ShouldContain("no route");
        Line(log, await NumberAsync(client, "/nowhere/at-all", "application/json", false, HttpStatusCode.NotFound)).ShouldContain("404");
        Line(log, await NumberAsync(site.Browse().Client, "sign-in/staff", "text/html", false, HttpStatusCode.ServiceUnavailable)).ShouldContain("503");
    }

    [Fact]
    public async Task So_do_the_pages_of_the_operators_area()
    {
        var area = await OperatorArea.MakeAsync(platform);
        using var log = platform.Log.Record();

        Line(log, await NumberAsync(area.Browser.Client, "app/sites/nobody", "text/html", false, HttpStatusCode.NotFound)).ShouldContain("app/sites/{id}");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Number(HttpResponseMessage answer) => answer.Headers.GetValues("X-Request-Number").Single();

    private static string Line(LogBook.Recording log, string number) =>
        log.Lines.Where(line => line.Contains($": Request {number}: ", StringComparison.Ordinal)).ShouldHaveSingleItem(log.All);

    /// <summary>The number that the page shows.</summary>
    private static async Task<string> NumberAsync(HttpClient client, string path, string accept, bool isFragment, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept", accept);
        if (isFragment)
        {
            request.Headers.Add("HX-Request", "true");
        }

        using var answer = await client.SendAsync(request, Stop);
        var body = await answer.Content.ReadAsStringAsync(Stop);
        answer.StatusCode.ShouldBe(status, body);
        body.ShouldContain(Number(answer));
        return Number(answer);
    }
}
