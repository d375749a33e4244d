using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Data.Identity;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Network.Principals;
using ServicePlatform.Security;

namespace ServicePlatform.IntegrationTests.BadInput;

/// <summary>Cookies and tokens that are old, forged or somebody else's; forms that are stale.</summary>
[Trait("capability", "A013")]
public sealed class TokenTests(TestPlatform platform)
{
    private const string Password = "correct-horse-7";

    [Theory, DatabaseData]
    public async Task A_cookie_ends_when_its_session_does(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        await AccountAsync(site, "anna");
        var (expired, left, changed, kept) = (await CookieAsync(site), await CookieAsync(site), await CookieAsync(site), await CookieAsync(site));
        await OpensAsync(site, expired, HttpStatusCode.OK);

        await site.ReadAsync(db => db.Set<UserSession>().OrderBy(row => row.CreatedAt).Take(1).ExecuteUpdateAsync(row => row.SetProperty(r => r.ExpiresAt, new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc)), Stop));
        platform.Services.GetRequiredService<SiteRegistry>().Find(site.Id)!.Sessions.Clear();
        await OpensAsync(site, expired, HttpStatusCode.Redirect);

        (await PostAsync(site, left, "sign-out")).ShouldBe(HttpStatusCode.Redirect);
        await OpensAsync(site, left, HttpStatusCode.Redirect);

        (await PostAsync(site, kept, "account/password", ("Current", Password), ("New", "other-horse-88"), ("Repeated", "other-horse-88"))).ShouldBe(HttpStatusCode.Redirect);
        await OpensAsync(site, kept, HttpStatusCode.OK);
        await OpensAsync(site, changed, HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_forged_cookie_opens_nothing()
    {
        var site = await platform.CreateSiteAsync("Sqlite");
        await AccountAsync(site, "anna");
        var cookie = await CookieAsync(site);
        var value = cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..];
        var name = cookie[..cookie.IndexOf('=', StringComparison.Ordinal)];
        foreach (var forged in new[] { "", "x", value[..^4], value[..^1] + (value[^1] == 'A' ? 'B' : 'A'), "A" + value[1..], value + value, Uri.EscapeDataString("\0"), new string('A', 8000), value.Replace('-', '+') + "==" })
        {
            await OpensAsync(site, name + "=" + forged, HttpStatusCode.Redirect);
        }
    }

    [Fact]
    public async Task The_token_of_another_person_or_site_sends_no_form()
    {
        var (site, other) = (await platform.CreateSiteAsync("Sqlite"), await platform.CreateSiteAsync("Sqlite"));
        foreach (var place in new[] { site, other })
        {
            await AccountAsync(place, "anna");
            await AccountAsync(place, "berta");
        }

        var anna = await site.SignInAsAsync("anna", Password);
        var (berta, stranger) = (await site.SignInAsAsync("berta", Password), await other.SignInAsAsync("anna", Password));
        foreach (var token in new[] { "", "x", await TokenAsync(berta), await TokenAsync(stranger) })
        {
            using var answer = await SendAsync(anna, "account/sessions/end-others", token);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("打开得太久");
        }

        using var own = await SendAsync(anna, "account/sessions/end-others", await TokenAsync(anna));
        own.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, DatabaseData]
    public async Task A_stale_form_is_told_so_and_keeps_what_was_typed(string database)
    {
        var scene = await BadInputScene.MakeAsync(platform, database);
        var admin = scene.People["admin"];
        var address = "app/principals/" + scene.Work.Aqua;
        var (first, second) = (await admin.PageAsync(address), await admin.PageAsync(address));
        (await admin.SendAsync(first, scene.Work.Aqua.ToString(), ("Code", "aqua"), ("Name", "清泉甲"), ("IsActive", "true"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        using var stale = await admin.SendAsync(second, scene.Work.Aqua.ToString(), ("Code", "aqua"), ("Name", "清泉乙"), ("IsActive", "true"));

        var text = await stale.Content.ReadAsStringAsync(Stop);
        stale.StatusCode.ShouldBe(HttpStatusCode.Conflict, text);
        text.ShouldContain("清泉乙", customMessage: "what was typed is kept");
        text.ShouldContain("刚被别人修改过");
        (await scene.Site.ReadAsync(db => db.Set<Principal>().Where(row => row.Id == scene.Work.Aqua).Select(row => row.Name).SingleAsync(Stop))).ShouldBe("清泉甲");
    }

    [Theory, DatabaseData]
    public async Task An_operation_id_with_another_body_is_refused_and_a_repeat_has_one_effect(string database)
    {
        var scene = await BadInputScene.MakeAsync(platform, database);
        var admin = scene.People["admin"];
        var page = await admin.PageAsync("app/principals/new");

        (await admin.SendAsync(page, "principals/new", ("Code", "once"), ("Name", "一次"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await admin.SendAsync(page, "principals/new", ("Code", "once"), ("Name", "一次"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var other = await admin.SendAsync(page, "principals/new", ("Code", "twice"), ("Name", "两次"));

        other.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await other.Content.ReadAsStringAsync(Stop)).ShouldContain("两次");
        (await scene.Site.ReadAsync(db => db.Set<Principal>().Where(row => row.Code == "once" || row.Code == "twice").Select(row => row.Code).ToListAsync(Stop))).ShouldBe(["once"]);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task AccountAsync(TestSite site, string name) =>
        (await site.UseAsync<ISiteAccounts, Commands.Result<Guid>>(accounts => accounts.SaveStaffAsync(new StaffAccount(name, name, null, "/hq/", null, [StandardRoles.Agent]), Password, Stop))).Succeeded.ShouldBeTrue();

    /// <summary>Signs in and gives the cookie alone.</summary>
    private static async Task<string> CookieAsync(TestSite site)
    {
        var browser = site.Browse();
        using var answer = await browser.SendAsync(await browser.PageAsync("sign-in/staff"), "sign-in/staff", ("UserName", "anna"), ("Password", Password));
        return answer.Headers.GetValues("Set-Cookie").Single(value => value.Contains("~sign-in=", StringComparison.Ordinal)).Split(';')[0];
    }

    private static async Task OpensAsync(TestSite site, string cookie, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "account");
        request.Headers.Add("Accept", "text/html");
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        using var answer = await site.Browse().Client.SendAsync(request, Stop);
        answer.StatusCode.ShouldBe(status, cookie.Length > 100 ? cookie[..100] : cookie);
    }

    private static async Task<HttpStatusCode> PostAsync(TestSite site, string cookie, string address, params (string Name, string Value)[] fields)
    {
        var browser = site.Browse();
        browser.Client.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", cookie);
        using var answer = await SendAsync(browser, address, await TokenAsync(browser), fields);
        return answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> SendAsync(Browser browser, string address, string token, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) };
        request.Headers.Add("Accept", "text/html");
        request.Headers.TryAddWithoutValidation("RequestVerificationToken", token);
        return await browser.Client.SendAsync(request, Stop);
    }

    private static async Task<string> TokenAsync(Browser browser) => (await browser.PageAsync("")).QuerySelector("meta[name=sp-token]")!.GetAttribute("content")!;
}
