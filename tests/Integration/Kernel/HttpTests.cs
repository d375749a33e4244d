using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Data.Host;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.SampleModule.Notes;
using ServicePlatform.Security;

namespace ServicePlatform.IntegrationTests.Kernel;

public sealed class HttpTests(TestPlatform platform)
{
    [Fact]
    public async Task An_address_without_a_site_says_so()
    {
        using var client = platform.Factory.CreateClient();

        var answer = await client.GetAsync("/nowhere/at-all", TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("<h1");
    }

    [Theory]
    [InlineData("https://service.example/", true)]
    [InlineData("http://service.example/", false)]
    [InlineData("https://localhost/", false)]
    public async Task A_browser_is_told_to_come_by_https_where_it_did_so_and_the_name_is_public(string address, bool isTold)
    {
        using var client = platform.Factory.CreateClient(new Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactoryClientOptions { BaseAddress = new Uri(address) });

        var answer = await client.GetAsync("/health/live", TestContext.Current.CancellationToken);

        answer.Headers.Contains("Strict-Transport-Security").ShouldBe(isTold);
    }

    [Theory, DatabaseData]
    public async Task A_query_with_a_null_character_is_refused_with_words(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        var admin = await site.SignInAsync(StandardRoles.Administrator);

        var answer = await admin.GetAsync("app/machines?category=%00");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("无法识别的字符");
    }

    [Fact]
    public async Task Endpoints_follow_the_feature_at_the_next_request()
    {
        var site = await platform.CreateSiteAsync("Sqlite");
        var agent = await site.SignInAsync(StandardRoles.Agent);
        (await agent.GetAsync("api/notes", "application/json")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await SwitchAsync(site, [], ["SampleModule"]);
        (await agent.GetAsync("api/notes", "application/json")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await SwitchAsync(site, ["SampleModule"], []);
        (await agent.GetAsync("api/notes", "application/json")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("capability", "A017")]
    public async Task The_cookie_of_one_site_opens_no_other_whatever_its_name()
    {
        var site = await platform.CreateSiteAsync("Sqlite");
        var other = await platform.CreateSiteAsync("Sqlite");
        await site.DoAsync(new WriteNote(Guid.Empty, "/hq/", "ours"));
        var browser = site.Browse();
        var page = await browser.PageAsync("sign-in/staff");
        await AccountAsync(site, "anna");
        var signedIn = await browser.SendAsync(page, "sign-in/staff", ("UserName", "anna"), ("Password", "correct-horse-7"));
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith($"{site.Id}~sign-in=", StringComparison.Ordinal)).Split(';')[0];
        using var client = platform.Factory.CreateClient();

        (await AskAsync(client, site, cookie)).ShouldBe(HttpStatusCode.OK);
        (await AskAsync(client, other, cookie)).ShouldBe(HttpStatusCode.Unauthorized);
        (await AskAsync(client, other, cookie.Replace(site.Id, other.Id, StringComparison.Ordinal))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_revoked_session_ends_at_the_next_request()
    {
        var site = await platform.CreateSiteAsync("Sqlite");
        var id = await AccountAsync(site, "berta");
        var browser = site.Browse();
        await browser.SignInAsync("berta", "correct-horse-7");
        (await browser.GetAsync("api/notes", "application/json")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await site.UseAsync<ISiteAccounts, bool>(async accounts =>
        {
            await accounts.RevokeSessionsAsync(id, TestContext.Current.CancellationToken);
            return true;
        });

        (await browser.GetAsync("api/notes", "application/json")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_stopped_site_says_so_and_the_others_go_on()
    {
        var stopped = await platform.CreateSiteAsync("Sqlite");
        var running = await platform.CreateSiteAsync("Sqlite");
        await using var scope = platform.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SiteDirectory>().ChangeAsync(stopped.Id, row => row.State = SiteState.Stopped, TestContext.Current.CancellationToken);

        (await stopped.Browse().GetAsync("sign-in/staff")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await running.Browse().GetAsync("sign-in/staff")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_fault_shows_a_number_and_no_detail()
    {
        var site = await platform.CreateSiteAsync("Sqlite");

        var answer = await site.Browse().GetAsync("api/broken", "application/json");
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        text.ShouldNotContain("secret detail");
        text.ShouldNotContain("   at ");
        text.ShouldContain(answer.Headers.GetValues("X-Request-Number").Single());
    }

    [Fact]
    public async Task Malformed_and_wrong_input_is_refused_with_its_reason()
    {
        var site = await platform.CreateSiteAsync("Sqlite");
        var agent = await site.SignInAsync(StandardRoles.Agent);
        using var malformed = new StringContent("{ \"text\": ", System.Text.Encoding.UTF8, "application/json");

        (await agent.Client.PostAsync("api/notes", malformed, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var empty = await agent.Client.PostAsJsonAsync("api/notes", new { principalId = Guid.Empty, holderPath = "/hq/", text = "" }, TestContext.Current.CancellationToken);
        empty.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        empty.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        using var problem = JsonDocument.Parse(await empty.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        problem.RootElement.GetProperty("errors").GetProperty("Text")[0].GetString().ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task Every_page_keeps_to_itself()
    {
        var site = await platform.CreateSiteAsync("Sqlite");

        var answer = await site.Browse().GetAsync("sign-in/staff");

        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("script-src 'self'");
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        answer.Headers.GetValues("X-Frame-Options").Single().ShouldBe("DENY");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    private static async Task<Guid> AccountAsync(TestSite site, string name) =>
        (await site.UseAsync<ISiteAccounts, Commands.Result<Guid>>(accounts =>
            accounts.SaveStaffAsync(new StaffAccount(name, name, null, "/hq/", null, [StandardRoles.Agent]), "correct-horse-7", TestContext.Current.CancellationToken))).Value;

    private static async Task<HttpStatusCode> AskAsync(HttpClient client, TestSite site, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/{site.Id}/api/notes");
        request.Headers.Add("Cookie", cookie);
        request.Headers.Add("Accept", "application/json");
        return (await client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode;
    }

    private async Task SwitchAsync(TestSite site, string[] on, string[] off)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<SiteDirectory>().SwitchAsync(site.Id, on, off, TestContext.Current.CancellationToken)).Succeeded.ShouldBeTrue();
    }
}
