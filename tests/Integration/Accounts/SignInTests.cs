using System.Net;
using System.Text.RegularExpressions;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Security;

namespace ServicePlatform.IntegrationTests.Accounts;

public sealed partial class SignInTests(TestPlatform platform)
{
    private const string Password = "Water-2611-clear";

    [Theory, DatabaseData]
    public async Task Staff_sign_in_and_out(string database)
    {
        var site = await SiteAsync(database);
        var browser = Client(site);

        (await SignInAsync(browser, "admin", Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var account = await browser.GetAsync("account", Stop);
        account.StatusCode.ShouldBe(HttpStatusCode.OK);
        var left = await PostAsync(browser, "sign-out", await account.Content.ReadAsStringAsync(Stop));
        left.Headers.Location!.ToString().ShouldEndWith("/sign-in/staff");

        (await PageAsync(browser, "account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, DatabaseData]
    public async Task Five_wrong_passwords_lock_the_account_and_say_nothing_about_the_name(string database)
    {
        var site = await SiteAsync(database);
        var browser = Client(site);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            (await SignInAsync(browser, "admin", "wrong")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        var locked = await WordsAsync(await SignInAsync(browser, "admin", Password));
        var unknown = await WordsAsync(await SignInAsync(browser, "nobody", Password));

        locked.ShouldBe(unknown);
        locked.ShouldNotBeEmpty();
    }

    [Theory, DatabaseData]
    public async Task A_cookie_of_one_site_is_nothing_at_another(string database)
    {
        var (one, other) = (await SiteAsync(database), await SiteAsync(database));
        var signedIn = await SignInAsync(Client(one), "admin", Password);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(value => value.Contains("~sign-in=", StringComparison.Ordinal)).Split(';')[0];
        var request = new HttpRequestMessage(HttpMethod.Get, "account");
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Cookie", cookie.Replace(one.Id + "~", other.Id + "~", StringComparison.Ordinal));

        (await Client(other).SendAsync(request, Stop)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, DatabaseData]
    public async Task Barring_an_account_ends_its_sessions_at_once(string database)
    {
        var site = await SiteAsync(database);
        var browser = Client(site);
        await SignInAsync(browser, "agent", Password);
        (await PageAsync(browser, "account")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var id = await site.UseAsync<ISiteAccounts, Guid?>(accounts => accounts.FindByUserNameAsync("agent", Stop));

        await site.DoAsync(new ServicePlatform.Accounts.People.SwitchAccount(id!.Value, ServicePlatform.Accounts.People.AccountSwitch.Lock), Actors.Staff("/hq/"));

        (await PageAsync(browser, "account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_operators_pages_are_not_there_in_other_sites()
    {
        var site = await SiteAsync("Sqlite");
        var browser = Client(site);
        await SignInAsync(browser, "admin", Password);

        (await PageAsync(browser, "app/sites")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_with_words()
    {
        var site = await SiteAsync("Sqlite");
        using var content = new FormUrlEncodedContent([new("UserName", "admin"), new("Password", Password)]);

        var answer = await Client(site).PostAsync("sign-in/staff", content, Stop);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("打开得太久");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<TestSite> SiteAsync(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        foreach (var (name, role) in new[] { ("admin", StandardRoles.Administrator), ("agent", StandardRoles.Agent) })
        {
            (await site.UseAsync<ISiteAccounts, Commands.Result<Guid>>(accounts =>
                accounts.SaveStaffAsync(new StaffAccount(name, name, null, "/hq/", null, [role]), Password, Stop))).Succeeded.ShouldBeTrue();
        }

        return site;
    }

    /// <summary>Cookies, no redirects: what is looked at here is the single answer.</summary>
    private HttpClient Client(TestSite site) => platform.Factory.CreateClient(new() { BaseAddress = new Uri($"http://localhost/{site.Id}/"), AllowAutoRedirect = false });

    private static Task<HttpResponseMessage> PageAsync(HttpClient browser, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept", "text/html");
        return browser.SendAsync(request, Stop);
    }

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient browser, string name, string password) =>
        await PostAsync(browser, "sign-in/staff", await browser.GetStringAsync("sign-in/staff", Stop), ("UserName", name), ("Password", password));

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string path, string page, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(
        [
            .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
            KeyValuePair.Create("__RequestVerificationToken", Token().Match(page).Groups["token"].Value),
        ]);
        return await browser.PostAsync(path, content, Stop);
    }

    private static async Task<string> WordsAsync(HttpResponseMessage answer) =>
        Errors().Match(await answer.Content.ReadAsStringAsync(Stop)).Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("data-errors.*?</div>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Errors();
}
