using System.Net;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Crm.Contacts;
using ServicePlatform.Data.Audit;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.IntegrationTests.WorkOrders;
using ServicePlatform.Security;

namespace ServicePlatform.IntegrationTests.Accounts;

/// <summary>The audit log: read by those who may, filtered, written to a file, and never changed.</summary>
[Trait("capability", "B18")]
public sealed class AuditTests(TestPlatform platform)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task The_database_refuses_to_change_or_remove_a_row(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        (await site.ReadAsync(db => db.Set<AuditRow>().CountAsync(Stop))).ShouldBeGreaterThan(0);

        foreach (var statement in new[] { "UPDATE \"Kernel_Audit\" SET \"Command\" = 'nothing'", "DELETE FROM \"Kernel_Audit\"" })
        {
            var refused = await Should.ThrowAsync<System.Data.Common.DbException>(() => site.ReadAsync(db => db.Database.ExecuteSqlRawAsync(statement, Stop)));
            refused.Message.ShouldContain("append-only");
        }

        (await site.ReadAsync(db => db.Set<AuditRow>().CountAsync(row => row.Command == "nothing", Stop))).ShouldBe(0);
    }

    [Theory, DatabaseData]
    public async Task Acts_are_found_by_person_thing_kind_and_day(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var home = await scene.HouseholdAsync(scene.Aqua);
        var other = await scene.HouseholdAsync(scene.Aqua, "邻居", "13800007777");
        var order = await scene.OrderAsync(home);
        var number = (await scene.OrderRowAsync(order)).Number;
        var manager = await scene.Site.AccountAsync(StandardRoles.ServiceManager, "/hq/");
        await scene.Site.DoAsync(new RevealContact(home.Customer), manager);
        var admin = await scene.Site.SignInAsync(StandardRoles.Administrator);

        var all = await admin.PageAsync("app/audit");
        var words = all.Body!.TextContent;
        words.ShouldContain("查看客户联系方式");
        words.ShouldContain("新增或修改客户");
        words.ShouldNotContain("ServicePlatform.");
        words.ShouldNotContain("张丽", customMessage: "the log names things by their numbers");

        (await RowsAsync(admin, "?act=reveals")).ShouldHaveSingleItem().ShouldContain("Staff u");
        (await RowsAsync(admin, $"?q={number}")).ShouldAllBe(row => row.Contains(number, StringComparison.Ordinal));
        (await RowsAsync(admin, $"?q={number}")).ShouldNotBeEmpty();
        (await RowsAsync(admin, $"?q={home.Customer}&act=reveals")).Count.ShouldBe(1);
        (await RowsAsync(admin, $"?q={other.Customer}&act=reveals")).ShouldBeEmpty();
        (await RowsAsync(admin, "?q=nobody-like-this")).ShouldBeEmpty();
        var today = DateOnly.FromDateTime(scene.Now.AddHours(8));
        (await RowsAsync(admin, $"?from={today.AddDays(1):yyyy-MM-dd}")).ShouldBeEmpty();
        (await RowsAsync(admin, $"?until={today.AddDays(-1):yyyy-MM-dd}")).ShouldBeEmpty();
        (await RowsAsync(admin, $"?from={today:yyyy-MM-dd}&until={today:yyyy-MM-dd}")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_file_holds_what_the_filter_says_and_only_who_may_has_it()
    {
        var scene = await OrderScene.MakeAsync(platform, "Sqlite");
        for (var at = 0; at < 210; at++)
        {
            await scene.Site.DoAsync(new SavePrincipalName(at).Command);
        }

        var admin = await scene.Site.SignInAsync(StandardRoles.Administrator);
        var whole = await (await admin.GetAsync("app/audit/export")).Content.ReadAsStringAsync(Stop);
        var rows = await scene.Site.ReadAsync(db => db.Set<AuditRow>().CountAsync(Stop));
        whole.Trim().Split("\r\n").Length.ShouldBeGreaterThanOrEqualTo(rows, "more than one page is written");
        var some = await (await admin.GetAsync("app/audit/export?act=reveals")).Content.ReadAsStringAsync(Stop);
        some.Trim().Split("\r\n").Length.ShouldBe(1);

        var agent = await scene.Site.SignInAsync(StandardRoles.Agent);
        (await agent.GetAsync("app/audit")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await agent.GetAsync("app/audit/export")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(Browser admin, string query) =>
        [.. (await admin.PageAsync("app/audit" + query)).QuerySelectorAll("tbody tr").Select(row => row.TextContent)];

    private sealed record SavePrincipalName(int At)
    {
        public ServicePlatform.Network.Principals.SavePrincipal Command => new(null, $"p{At}", $"品牌{At}", null, true, 0);
    }
}
