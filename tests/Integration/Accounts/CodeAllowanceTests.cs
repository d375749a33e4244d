using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Accounts.SignIn;
using ServicePlatform.Data.Identity;
using ServicePlatform.Data.Sites;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Pipeline;
using ServicePlatform.Settings;

namespace ServicePlatform.IntegrationTests.Accounts;

/// <summary>Codes cost money and annoy people: how often they are sent, and what whoever asks too often is told.</summary>
public sealed class CodeAllowanceTests(TestPlatform platform)
{
    /// <summary>No provider sends messages in tests: what passes the limits gets as far as that.</summary>
    private const HttpStatusCode NotRefused = HttpStatusCode.ServiceUnavailable;

    [Theory, DatabaseData]
    public async Task An_address_gets_so_many_codes_a_day_to_whatever_phones(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        await AllowAsync(site, new SiteLimits { CodesPerAddressAndDay = 2 });
        await SentAsync(site, "+8613800002001", TimeSpan.FromMinutes(90));
        await SentAsync(site, "+8613800002002", TimeSpan.FromHours(25));
        (await AskAsync(site, "13800002003")).StatusCode.ShouldBe(NotRefused, "one a day earlier does not count");
        await SentAsync(site, "+8613800002002", TimeSpan.FromMinutes(30));

        var refused = await AskAsync(site, "13800002003");

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await TextAsync(refused)).ShouldContain("您所在的网络今天获取验证码次数过多，请 23 小时后再试");
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromHours(22), TimeSpan.FromHours(23));
    }

    [Theory, DatabaseData]
    public async Task A_phone_gets_so_many_codes_a_day(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        await AllowAsync(site, new SiteLimits { CodesPerDay = 2 });
        await SentAsync(site, "+8613800002011", TimeSpan.FromMinutes(150));
        await SentAsync(site, "+8613800002011", TimeSpan.FromMinutes(90));

        var refused = await AskAsync(site, "13800002011");

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await TextAsync(refused)).ShouldContain("这个号码今天获取验证码次数过多，请 22 小时后再试");
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromHours(21), TimeSpan.FromHours(22));
        (await AskAsync(site, "13800002012")).StatusCode.ShouldBe(NotRefused);
    }

    [Fact]
    public async Task A_program_gets_the_same_answer_as_problem_details()
    {
        var site = await platform.CreateSiteAsync("Sqlite");
        await SentAsync(site, "+8613800002021", TimeSpan.FromSeconds(10));

        var refused = await AskAsync(site, "13800002021", accept: "application/json");

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await TextAsync(refused)).ShouldContain("\"code\":\"accounts.code-wait\"");
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(50));
    }

    [Theory]
    [InlineData("text/html", "请一分钟后再试")]
    [InlineData("application/json", "\"code\":\"kernel.too-many-attempts\"")]
    public async Task Attempts_without_end_are_cut_off_with_words(string accept, string words)
    {
        var site = await platform.CreateSiteAsync("Sqlite");
        HttpResponseMessage answer;
        var count = 0;
        do
        {
            answer = await AskAsync(site, "not a number", accept);
        }
        while (answer.StatusCode != HttpStatusCode.TooManyRequests && ++count < 200);

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await TextAsync(answer)).ShouldContain(words);
        answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromMinutes(1));
    }

    /// <summary>A code was sent to the phone for the address that the tests' browsers come from.</summary>
    private static Task<int> SentAsync(TestSite site, string phone, TimeSpan ago) => site.UseAsync<IServiceProvider, int>(async services =>
    {
        services.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { RequestServices = services };
        using var pass = await services.GetRequiredService<SiteWrites>().EnterAsync(default);
        var at = site.Platform.Clock.GetUtcNow().UtcDateTime - ago;
        var db = services.GetRequiredService<SiteDbContext>();
        db.Add(new SignInCode { Phone = phone, Hash = "", Source = await services.GetRequiredService<CodeHash>().OfAddressAsync("", default), CreatedAt = at, ExpiresAt = at });
        return await db.SaveChangesAsync();
    });

    private static Task<bool> AllowAsync(TestSite site, SiteLimits limits) => site.UseAsync<IServiceProvider, bool>(async services =>
    {
        using var pass = await services.GetRequiredService<SiteWrites>().EnterAsync(default);
        await services.GetRequiredService<ISettings>().SetAsync(limits, default);
        await services.GetRequiredService<SiteDbContext>().SaveChangesAsync();
        return true;
    });

    private static async Task<HttpResponseMessage> AskAsync(TestSite site, string phone, string accept = "text/html")
    {
        var browser = site.Browse();
        var page = await browser.PageAsync("sign-in");
        var form = page.Forms.Single(candidate => candidate.GetAttribute("action")!.EndsWith("sign-in/code", StringComparison.Ordinal));
        using var request = new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action"));
        request.Content = new FormUrlEncodedContent(
        [
            .. form.QuerySelectorAll("input[type=hidden]").OfType<AngleSharp.Html.Dom.IHtmlInputElement>().Select(input => KeyValuePair.Create(input.Name!, input.Value)),
            KeyValuePair.Create("Phone", phone),
        ]);
        request.Headers.Add("Accept", accept);
        return await browser.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
