using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Data.Audit;
using ServicePlatform.Data.Host;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.IntegrationTests.BadInput;

/// <summary>Sites whose set-up fails, and the audit of what is done to sites as a whole.</summary>
public sealed class SetUpTests(TestPlatform platform)
{
    [Fact]
    public async Task A_step_that_throws_closes_its_site_only_and_can_be_tried_again()
    {
        var other = await platform.CreateSiteAsync("Sqlite");
        var site = New();

        (await UseAsync(directory => directory.CreateAsync(site, Stop))).Failure!.Code.ShouldBe("kernel.recipe-step");

        var runtime = Registry.Find(site.Id)!;
        runtime.Fault.ShouldNotBeNull().ShouldContain("the step broke off");
        await AnswersAsync(site.Id, HttpStatusCode.ServiceUnavailable);
        await AnswersAsync(other.Id, HttpStatusCode.OK);
        (await UseAsync(directory => directory.SwitchAsync(site.Id, SiteState.Running, Stop))).Failure!.Code.ShouldBe("kernel.site-setting-up", "half a site is not opened");

        SampleModule.Notes.BrittleStep.Mended = true;
        try
        {
            (await UseAsync(directory => directory.SetUpAsync(site.Id, "brittle", Stop))).Succeeded.ShouldBeTrue();
        }
        finally
        {
            SampleModule.Notes.BrittleStep.Mended = false;
        }

        Registry.Find(site.Id)!.Fault.ShouldBeNull();
        await AnswersAsync(site.Id, HttpStatusCode.OK);
        File.Exists(Path.Combine(runtime.Folder, "set-up-unfinished")).ShouldBeFalse();
        (await new TestSite(platform, site.Id).ReadAsync(db => db.Set<SampleModule.Notes.Note>().CountAsync(Stop))).ShouldBe(1, "it began anew");
    }

    [Fact]
    public async Task A_site_that_cannot_be_set_up_can_be_removed_and_its_address_given_again()
    {
        var site = New();
        (await UseAsync(directory => directory.CreateAsync(site, Stop))).Succeeded.ShouldBeFalse();
        using (Registry.BeginSetUp(site.Id))
        {
            (await UseAsync(directory => directory.DeleteAsync(site.Id, site.Name, Stop))).Failure!.Code.ShouldBe("kernel.site-not-stopped", "somebody tries it again just now");
        }

        (await UseAsync(directory => directory.DeleteAsync(site.Id, site.Name, Stop))).Succeeded.ShouldBeTrue();

        Registry.Find(site.Id).ShouldBeNull();
        (await UseAsync(directory => directory.CreateAsync(new NewSite { Id = site.Id, Name = site.Name, Prefix = site.Prefix }, Stop))).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task While_a_site_is_set_up_nobody_is_let_in_and_nobody_else_sets_it_up()
    {
        var site = await platform.CreateSiteAsync("Sqlite");
        using (Registry.BeginSetUp(site.Id))
        {
            await UseAsync(directory => directory.ChangeAsync(site.Id, row => row.State = SiteState.SettingUp, Stop));

            var page = await AnswersAsync(site.Id, HttpStatusCode.ServiceUnavailable);
            page.ShouldContain(site.Id, customMessage: "in the site's name");
            page.ShouldContain("站点正在创建");
            (await UseAsync(directory => directory.SetUpAsync(site.Id, "brittle", Stop))).Failure!.Code.ShouldBe("kernel.site-setting-up");
        }
    }

    [Theory, DatabaseData]
    public async Task What_is_done_to_a_site_as_a_whole_stands_in_its_audit(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        var admin = await site.SignInAsync(Security.StandardRoles.Administrator);
        var features = await admin.PageAsync("app/settings/features/SampleModule");
        (await admin.SendAsync(features, "features/SampleModule", ("on", "false"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var settings = await admin.PageAsync("app/settings");
        (await admin.SendAsync(settings, "app/settings", ("Name", "新名称"), ("Culture", "zh-CN"), ("TimeZone", "Asia/Shanghai"), ("Theme", "Clear"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var rows = await site.ReadAsync(db => db.Set<AuditRow>().Where(row => row.Command.StartsWith("Kernel.Sites.")).OrderBy(row => row.At).ToListAsync(Stop));

        rows.Select(row => row.Command).ShouldBe(["Kernel.Sites.CreateSite", "Kernel.Sites.SwitchFeatures", "Kernel.Sites.SwitchFeatures", "Kernel.Sites.SaveSettings"]);
        rows[0].ActorKind.ShouldBe(Security.ActorKind.System);
        rows[2].ActorKind.ShouldBe(Security.ActorKind.Staff);
        rows[2].ActorId.ShouldNotBe(Guid.Empty);
        rows[2].Subjects.ShouldContain("SampleModule");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private SiteRegistry Registry => platform.Services.GetRequiredService<SiteRegistry>();

    private static NewSite New()
    {
        var id = "b" + Guid.NewGuid().ToString("N")[..12];
        return new NewSite { Id = id, Name = id, Prefix = id, Recipe = "brittle" };
    }

    private async Task<T> UseAsync<T>(Func<SiteDirectory, Task<T>> use)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<SiteDirectory>());
    }

    private async Task<string> AnswersAsync(string site, HttpStatusCode status)
    {
        using var client = platform.Factory.CreateClient();
        var answer = await client.GetAsync($"/{site}/sign-in/staff", Stop);
        answer.StatusCode.ShouldBe(status);
        return await answer.Content.ReadAsStringAsync(Stop);
    }
}
