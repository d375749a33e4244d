using System.Net;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Accounts.People;
using ServicePlatform.Data.Audit;
using ServicePlatform.Data.Host;
using ServicePlatform.Data.Identity;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Security;

namespace ServicePlatform.IntegrationTests.Operator;

/// <summary>Whoever runs the host is not alone: a second operator comes, acts under his own name, and goes.</summary>
public sealed class SecondOperatorTests(TestPlatform platform)
{
    [Fact]
    public async Task A_second_operator_acts_under_his_name_and_is_barred_by_the_first()
    {
        var area = await OperatorArea.MakeAsync(platform);
        var victim = await area.VictimAsync();
        var name = "zhou" + Guid.NewGuid().ToString("N")[..8];
        var form = await area.Browser.PageAsync("app/accounts/new");
        var fields = form.Forms.Single(candidate => candidate.ClassName == "form").QuerySelectorAll("input[type=hidden]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""))
            .Concat([KeyValuePair.Create("DisplayName", "周明远"), KeyValuePair.Create("UserName", name), KeyValuePair.Create("Roles", StandardRoles.Operator)]);
        using var typed = new FormUrlEncodedContent(fields);
        var made = await area.Browser.Client.PostAsync("app/accounts/new", typed, TestContext.Current.CancellationToken);
        made.StatusCode.ShouldBe(HttpStatusCode.OK);
        var words = (await Browser.ReadAsync(made)).QuerySelectorAll("[data-copy]").Select(element => element.GetAttribute("data-copy")!).ToList();
        var second = area.Site.Browse();
        (await SignsInAsync(second, name, words)).ShouldBeTrue("with the password that is shown once");

        (await second.SendAsync(await second.PageAsync($"app/sites/{victim.Id}"), "/stop")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        area.Registry.Find(victim.Id)!.Row.State.ShouldBe(SiteState.Stopped);
        var id = await area.Site.ReadAsync(db => db.Set<SiteUser>().Where(user => user.UserName == name).Select(user => user.Id).SingleAsync());
        (await area.Site.ReadAsync(db => db.Set<AuditRow>().Where(row => row.ActorId == id && row.Command == "Kernel.Sites.StopSite").SingleAsync())).Subjects.ShouldContain(victim.Id);
        (await area.Browser.PageAsync("app/audit")).QuerySelectorAll("tbody tr").Select(row => row.TextContent).ShouldContain(row => row.Contains("周明远") && row.Contains("停止站点"));

        var account = await area.Browser.PageAsync($"app/accounts/{id}");
        var bar = account.Forms.Single(candidate => candidate.QuerySelector("input[name=change]")?.GetAttribute("value") == nameof(AccountSwitch.TurnOff));
        using var content = new FormUrlEncodedContent(bar.QuerySelectorAll("input[type=hidden]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? "")));
        (await area.Browser.Client.PostAsync(bar.GetAttribute("action"), content, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await second.GetAsync($"app/sites/{victim.Id}")).StatusCode.ShouldBe(HttpStatusCode.Redirect, "his session is over at once");
        (await SignsInAsync(area.Site.Browse(), name, words)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_last_operator_stays()
    {
        var area = await OperatorArea.MakeAsync(platform);
        var first = await area.Site.ReadAsync(db => db.Set<SiteUser>().Select(user => user.Id).SingleAsync());
        var second = await area.Site.AccountAsync(StandardRoles.Operator, "/hq/");

        (await area.Site.SendAsync(new SwitchAccount(second.UserId, AccountSwitch.Lock), second)).Failure!.Code.ShouldBe("accounts.not-yourself");
        await area.Site.DoAsync(new SwitchAccount(first, AccountSwitch.Lock), second);
        (await area.Site.SendAsync(new SwitchAccount(second.UserId, AccountSwitch.TurnOff))).Failure!.Code.ShouldBe("accounts.last-administrator");
        (await area.Site.SendAsync(new SwitchAccount(second.UserId, AccountSwitch.Lock))).Failure!.Code.ShouldBe("accounts.last-administrator");
        await area.Site.DoAsync(new SwitchAccount(first, AccountSwitch.Unlock), second);
        await area.Site.DoAsync(new SwitchAccount(second.UserId, AccountSwitch.TurnOff));
    }

    /// <summary>With whichever word of the page is the password.</summary>
    private static async Task<bool> SignsInAsync(Browser browser, string name, IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            var page = await browser.PageAsync("sign-in/staff");
            if ((await browser.SendAsync(page, "sign-in/staff", ("UserName", name), ("Password", word))).StatusCode == HttpStatusCode.Redirect)
            {
                return true;
            }
        }

        return false;
    }
}
