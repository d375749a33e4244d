using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Modules;
using ServicePlatform.SampleModule.Notes;
using ServicePlatform.Security;

namespace ServicePlatform.IntegrationTests.Accounts;

/// <summary>Before a feature is switched, its page says what that touches.</summary>
[Trait("goal", "G12")]
public sealed class FeatureTouchTests(TestPlatform platform)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task Pages_jobs_permissions_events_and_rows_are_counted(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        await site.DoAsync(new WriteNote(Guid.Empty, "/hq/", "first"));
        await site.DoAsync(new WriteNote(Guid.Empty, "/hq/", "second"));

        var touch = await FindAsync(site, "SampleModule");

        touch.Tables.ShouldContain(new TouchedTable("SampleModule_Notes", 2));
        touch.Tables.ShouldAllBe(table => table.Name.StartsWith("SampleModule_"), "its own and nobody else's");
        touch.Rows.ShouldBe(touch.Tables.Sum(table => table.Rows));
        touch.Permissions.ShouldContain(permission => permission.Roles >= 2);
        touch.Addresses.ShouldBeGreaterThan(0);
        touch.Events.ShouldBeGreaterThan(0);
    }

    [Theory, DatabaseData]
    public async Task One_that_is_off_tells_what_it_would_bring(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        var admin = await site.SignInAsync(StandardRoles.Administrator);
        var on = await FindAsync(site, "WorkOrders");
        (await admin.SendAsync(await admin.PageAsync("app/settings/features/WorkOrders"), "settings/features/WorkOrders")).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);

        var off = await FindAsync(site, "WorkOrders");

        off.ShouldBeEquivalentTo(on with { Waiting = off.Waiting });
        off.Menu.ShouldNotBeEmpty();
        var page = (await admin.PageAsync("app/settings/features/WorkOrders")).QuerySelector("main").ShouldNotBeNull();
        page.TextContent.ShouldContain("启用后带来的内容");
        page.TextContent.ShouldContain("工单");
        (await admin.GetAsync("app/settings/features/Nothing")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await admin.GetAsync("app/settings/features/Operator")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound, "no site has it");
    }

    private static Task<FeatureTouch> FindAsync(TestSite site, string feature) =>
        site.UseAsync<FeatureTouches, FeatureTouch>(touches => touches.FindAsync(new HashSet<string>(StringComparer.Ordinal) { feature }, Stop));
}
