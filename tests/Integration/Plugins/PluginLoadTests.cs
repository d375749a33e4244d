using System.Net;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Security;
using static ServicePlatform.IntegrationTests.Plugins.PluginCrowd;

namespace ServicePlatform.IntegrationTests.Plugins;

/// <summary>Plugins are taken from a folder at the start; one that cannot be is put aside with its reason, and all others are served.</summary>
[Trait("goal", "G12")]
public sealed class PluginLoadTests(PluginCrowd crowd)
{
    [Theory]
    [InlineData(ThrowsAtStart, "kernel.plugin-start", "throws-at-start")]
    [InlineData(HangsAtStart, "kernel.plugin-start-slow", "12")]
    [InlineData(HostService, "kernel.plugin-start", "TimeProvider")]
    [InlineData(ForeignTable, "kernel.plugin-table", "Kernel_Greetings")]
    [InlineData(OtherVersion, "kernel.plugin-version", "9.0-9.4")]
    [InlineData(NoManifest, "kernel.plugin-no-manifest", "")]
    [InlineData(BrokenManifest, "kernel.plugin-manifest", "versoin")]
    [InlineData(OtherFolder, "kernel.plugin-folder", "Sample99")]
    [InlineData(NoAssembly, "kernel.plugin-no-assembly", "Sample12.dll")]
    [InlineData(NoDll, "kernel.plugin-load", "")]
    [InlineData(ThrowsAtEndpoints, "kernel.plugin-endpoints", "throws-at-endpoints")]
    [InlineData(TakenAddress, "kernel.plugin-address", "/api/notes")]
    public void One_that_cannot_be_taken_in_is_in_quarantine_with_its_reason(int number, string code, string argument)
    {
        var plugin = crowd.Plugin(number);

        plugin.Fault!.Code.ShouldBe(code);
        string.Join(' ', plugin.Fault.Arguments).ShouldContain(argument);
        crowd.Plugins.Catalog.Features.Keys.ShouldNotContain(plugin.Id);
    }

    [Fact]
    [Trait("capability", "B14")]
    public async Task A_good_one_adds_a_page_with_its_look_a_menu_entry_a_table_a_command_and_words()
    {
        var site = await crowd.SiteAsync(Good);
        var agent = await site.SignInAsync(StandardRoles.Agent);

        var page = await agent.PageAsync("app/sample01");
        var style = page.QuerySelector("link[href*='_content/Sample01/greetings.css']").ShouldNotBeNull().GetAttribute("href")!;
        var sent = await agent.SendAsync(page, "app/sample01");

        page.QuerySelector(".sample01-code")!.TextContent.ShouldBe("早上好");
        page.QuerySelector(".sample01-code")!.GetAttribute("data-modules").ShouldBe("29", "its own library worked");
        page.QuerySelector(".rail a[href$='/app/sample01']")!.TextContent.ShouldContain("问候");
        style.ShouldContain("?v=");
        (await (await agent.GetAsync(style)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(".sample01-code");
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await (await agent.GetAsync("api/sample01/greetings")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("1");
    }

    [Fact]
    public async Task Where_it_is_off_it_is_not_there_and_works_at_the_next_request_once_it_is_on()
    {
        var site = await crowd.SiteAsync();
        var agent = await site.SignInAsync(StandardRoles.Agent);

        (await agent.GetAsync("api/sample01/greetings")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await agent.PageAsync("account")).QuerySelector(".rail a[href$='/app/sample01']").ShouldBeNull();
        await site.RunRecipeAsync("""{ "steps": [ { "name": "features", "enable": ["Sample01"] }, { "name": "sample01-greeting", "text": "by the recipe" } ] }""");

        (await (await agent.GetAsync("api/sample01/greetings")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("1");
    }

    [Fact]
    public async Task One_whose_tables_cannot_be_made_is_off_in_that_site_and_the_site_goes_on()
    {
        var site = await crowd.SiteAsync(Good, ThrowsAtMigration);
        var agent = await site.SignInAsync(StandardRoles.Agent);

        (await agent.GetAsync("api/sample01/greetings")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await agent.GetAsync("api/sample04/greetings")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        crowd.Plugin(ThrowsAtMigration).Fault.ShouldBeNull();
        crowd.Plugins.FaultsOf("Sample04").ShouldContain(fault => fault.SiteId == site.Id && fault.Fault.Contains("Sample04_Greetings"));
        (await site.ReadAsync(db => db.Database.SqlQuery<string>($"select MigrationId as Value from __EFMigrationsHistory").ToListAsync())).ShouldNotContain(id => id.Contains("Sample04"));
    }
}
