using System.Net;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.WorkOrders.Requests;

namespace ServicePlatform.IntegrationTests.WorkOrders;

/// <summary>Forms by which a request is made, as a browser sends them.</summary>
public sealed class ReportFormTests(TestPlatform platform)
{
    /// <summary>As the address book of a telephone copies it.</summary>
    private const string Pasted = "\u202d+86 139-0000-7788\u202c";

    [Fact]
    public async Task A_wished_day_that_is_over_is_refused_at_its_field()
    {
        var (scene, browser) = await CustomerAsync("13800001241");

        var answer = await SendAsync(browser, scene.Now.AddDays(-1), "");

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        page.QuerySelector("#WishedOn-error")!.TextContent.ShouldContain("以后");
        (await scene.Site.ReadAsync(db => db.Set<Request>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_number_pasted_from_an_address_book_is_understood_on_the_portal()
    {
        var (scene, browser) = await CustomerAsync("13800001242");

        var answer = await SendAsync(browser, scene.Now.AddDays(1), Pasted);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await scene.Site.ReadAsync(db => db.Set<Request>().Select(row => row.ContactPhone).SingleAsync())).ShouldBe("+8613900007788");
    }

    [Fact]
    public async Task A_number_pasted_from_an_address_book_is_understood_by_the_agents_forms()
    {
        var scene = await OrderScene.MakeAsync(platform, "Sqlite");
        var home = await scene.HouseholdAsync(scene.Aqua);
        var browser = await scene.Site.SignInAsync(Security.StandardRoles.Agent);
        var page = await browser.PageAsync("app/requests/new?customer=" + home.Customer);

        var answer = await browser.SendAsync(
            page,
            "app/requests/new",
            ("JobType", "repair"),
            ("Channel", "phone"),
            ("Description", "漏水"),
            ("Urgency", "Normal"),
            ("MachineId", home.Machine.ToString()),
            ("AddressId", home.Address.ToString()),
            ("ContactPhone", Pasted),
            ("Keep", "true"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        (await scene.Site.ReadAsync(db => db.Set<Request>().Select(row => row.ContactPhone).SingleAsync())).ShouldBe("+8613900007788");
    }

    [Fact]
    public async Task Who_shares_a_number_says_for_whom_another_machine_is()
    {
        var (scene, browser) = await CustomerAsync("13900008811");
        var son = await scene.HouseholdAsync(scene.Aqua, name: "李小军", phone: "13900008811", street: "广顺北大街9号");
        var page = await browser.PageAsync("report");
        page.QuerySelectorAll("option, input[type=radio]").Count(option => option.GetAttribute("value")!.StartsWith("other:", StringComparison.Ordinal)).ShouldBe(2);

        (string, string)[] typed = [("JobType", "repair"), ("Description", "接头漏水")];
        var guessed = await browser.SendAsync(page, "report", [.. typed, ("Machine", "other")]);
        var answer = await browser.SendAsync(page, "report", [.. typed, ("Machine", $"other:{son.Customer}")]);

        guessed.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        (await scene.Site.ReadAsync(db => db.Set<Request>().Select(row => row.CustomerId).SingleAsync())).ShouldBe(son.Customer);
    }

    private static async Task<HttpResponseMessage> SendAsync(Browser browser, DateTime day, string phone) => await browser.SendAsync(
        await browser.PageAsync("report"),
        "report",
        ("JobType", "repair"),
        ("Description", "接头漏水"),
        ("Machine", "other"),
        ("WishedOn", day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        ("WishedPart", "pm"),
        ("ContactPhone", phone));

    private async Task<(OrderScene Scene, Browser Browser)> CustomerAsync(string phone)
    {
        var scene = await OrderScene.MakeAsync(platform, "Sqlite");
        await scene.HouseholdAsync(scene.Aqua, phone: phone);
        return (scene, await scene.Site.SignInCustomerAsync("+86" + phone));
    }
}
