using System.Net;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Accounts;
using ServicePlatform.Accounts.Settings.Retention;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Crm.Privacy;
using ServicePlatform.Data.Audit;
using ServicePlatform.Data.Identity;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.IntegrationTests.WorkOrders;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Security;

namespace ServicePlatform.IntegrationTests.Privacy;

/// <summary>Whoever is held keeps everything; who sets terms sets them within bounds.</summary>
[Trait("capability", "B18")]
public sealed class HoldTests(TestPlatform platform)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Actor Holder => Actors.With("/hq/", CrmPermissions.View, CrmPermissions.Hold);

    [Theory, DatabaseData]
    public async Task Nothing_of_a_held_customer_goes_until_the_hold_is_lifted(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var (home, _) = await CustomerHistory.MakeAsync(scene);
        var silent = await RetentionScene.CustomerAsync(scene, "旧客户", "13700000001");
        var number = await scene.Site.ReadAsync(db => db.Set<Customer>().Where(row => row.Id == home.Customer).Select(row => row.Number).SingleAsync());
        await RetentionScene.AgeAsync(scene.Site, scene.Now.AddYears(-6));
        await scene.Site.DoAsync(new HoldCustomer(home.Customer, "朝阳法院来函"), Holder);
        await scene.Site.DoAsync(new HoldCustomer(silent, "12315 投诉"), Holder);
        var before = await CustomerHistory.FoundAsync(scene.Site);
        var due = await DueAsync(scene.Site);

        await RetentionScene.RunAsync(scene.Site);

        due.ShouldBe(0, "what the page announces is what the run does");
        (await CustomerHistory.FoundAsync(scene.Site)).ShouldBe(before, ignoreOrder: true);
        (await scene.Site.SendAsync(new EraseCustomer(home.Customer, number, ErasureReason.Asked), CustomerHistory.Eraser)).Failure!.Code.ShouldBe("crm.customer-held");
        (await scene.Site.ReadAsync(db => db.Set<Customer>().CountAsync(row => row.ErasedAt != null))).ShouldBe(0);

        await scene.Site.DoAsync(new LiftHold(home.Customer, "已和解"), Holder);
        await scene.Site.DoAsync(new LiftHold(silent, "已和解"), Holder);
        await RetentionScene.RunAsync(scene.Site);

        (await scene.Site.ReadAsync(db => db.Set<Customer>().Where(row => row.ErasedAt != null).Select(row => row.Id).ToListAsync())).ShouldBe([silent]);
        (await CustomerHistory.FoundAsync(scene.Site)).Count.ShouldBeLessThan(before.Count);
        await scene.Site.DoAsync(new EraseCustomer(home.Customer, number, ErasureReason.Asked), CustomerHistory.Eraser);
        (await CustomerHistory.FoundAsync(scene.Site)).ShouldBeEmpty();
    }

    [Theory, DatabaseData]
    public async Task A_hold_says_who_why_and_since_when_and_stands_once(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var customer = await RetentionScene.CustomerAsync(scene, "张丽", "13700000001");
        var officer = await scene.Site.AccountAsync(StandardRoles.Administrator, "/hq/");

        await scene.Site.DoAsync(new HoldCustomer(customer, "朝阳法院来函"), officer);
        (await scene.Site.SendAsync(new HoldCustomer(customer, "再来一次"), officer)).Failure!.Code.ShouldBe("crm.customer-held-already");
        (await scene.Site.SendAsync(new LiftHold(customer, " "), officer)).Failure!.Fields.Single().Field.ShouldBe("Reason");
        (await scene.Site.SendAsync(new LiftHold(customer, "x"), CustomerHistory.Eraser)).Failure!.Code.ShouldBe("kernel.forbidden");
        await scene.Site.DoAsync(new LiftHold(customer, "已和解"), officer);
        (await scene.Site.SendAsync(new LiftHold(customer, "x"), officer)).Failure!.Code.ShouldBe("crm.customer-not-held");
        await scene.Site.DoAsync(new HoldCustomer(customer, "又起纠纷"), officer);

        var holds = (await scene.Site.AskAsync(new ListHolds(customer), officer)).Value;
        holds.Lines.Select(line => (line.Hold.Reason, line.Hold.LiftReason, line.By)).ShouldBe([("又起纠纷", null, officer.DisplayName), ("朝阳法院来函", "已和解", officer.DisplayName)]);
        holds.Standing!.Hold.HeldAt.ShouldBeGreaterThan(holds.Lines[1].Hold.HeldAt);
        var acts = await scene.Site.ReadAsync(db => db.Set<AuditRow>().Where(row => row.ActorId == officer.UserId).OrderBy(row => row.At).Select(row => row.Command).ToListAsync());
        acts.ShouldBe(["Crm.Privacy.HoldCustomer", "Crm.Privacy.LiftHold", "Crm.Privacy.HoldCustomer"]);
    }

    [Theory, DatabaseData]
    public async Task A_site_sets_its_own_terms_within_bounds(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        var officer = Actors.With("/hq/", AccountPermissions.Retention);
        var old = platform.Clock.GetUtcNow().UtcDateTime.AddDays(-10);
        await site.ReadAsync(db =>
        {
            db.Add(new SignInCode { Phone = "+8613700000001", Hash = "x", CreatedAt = old, ExpiresAt = old });
            return db.SaveChangesAsync();
        });

        (await site.SendAsync(new SaveRetention([new("kernel.sign-in-codes", 1)], -1), officer)).Failure!.Fields.Single().Code.ShouldBe("accounts.retention-range");
        (await site.SendAsync(new SaveRetention([new("kernel.sign-in-codes", 31)], -1), officer)).Failure!.Fields.Single().Code.ShouldBe("accounts.retention-range");
        (await site.SendAsync(new SaveRetention([new("nothing", 5)], -1), officer)).Failure!.Fields.Single().Code.ShouldBe("accounts.retention-unknown");
        (await site.SendAsync(new SaveRetention([new("kernel.sign-in-codes", 20)], -1), Actors.With("/hq/", AccountPermissions.Settings))).Failure!.Code.ShouldBe("kernel.forbidden");
        await site.DoAsync(new SaveRetention([new("kernel.sign-in-codes", 20)], -1), officer);
        (await site.SendAsync(new SaveRetention([new("kernel.sign-in-codes", 5)], -1), officer)).Failure!.Code.ShouldBe("kernel.stale");
        await RetentionScene.RunAsync(site);
        (await site.ReadAsync(db => db.Set<SignInCode>().CountAsync())).ShouldBe(1, "twenty days are not over");

        await site.DoAsync(new SaveRetention([new("kernel.sign-in-codes", 9)], 0), officer);
        await RetentionScene.RunAsync(site);

        (await site.ReadAsync(db => db.Set<SignInCode>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task It_is_done_on_the_pages()
    {
        var scene = await OrderScene.MakeAsync(platform, "Sqlite");
        var customer = await RetentionScene.CustomerAsync(scene, "张丽", "13700000001");
        var admin = await scene.Site.SignInAsync(StandardRoles.Administrator);

        var page = await admin.PageAsync($"app/customers/{customer}/hold");
        (await admin.SendAsync(page, "/hold", ("Reason", ""))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await admin.SendAsync(page, "/hold", ("Reason", "朝阳法院来函"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await admin.PageAsync($"app/customers/{customer}/hold")).Body!.TextContent.ShouldContain("朝阳法院来函");
        (await admin.PageAsync($"app/customers/{customer}/privacy")).Body!.TextContent.ShouldContain("该客户的信息已被保全");
        await RetentionScene.RunAsync(scene.Site);
        var terms = await admin.PageAsync("app/settings/retention");
        terms.Body!.TextContent.ShouldContain("1 位被保全的客户");
        terms.Body.TextContent.ShouldContain("登录验证码");
        (await admin.PageAsync("app/audit")).Body!.TextContent.ShouldContain("登录验证码: 0");
        (await admin.SendAsync(await admin.PageAsync($"app/customers/{customer}/hold"), "/hold/lift", ("Reason", "已和解"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await admin.PageAsync($"app/customers/{customer}/hold")).Body!.TextContent.ShouldContain("已和解");

        var agent = await scene.Site.SignInAsync(StandardRoles.Agent);
        (await agent.GetAsync($"app/customers/{customer}/hold")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await agent.GetAsync("app/settings/retention")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static Task<int> DueAsync(TestSite site) => site.UseAsync<ServicePlatform.Kernel.Privacy.RetentionBoard, int>(async board => (await board.ReadAsync(Stop)).Sum(line => line.Due));
}
