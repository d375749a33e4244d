using System.Net;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Audit;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.IntegrationTests.Operator;

/// <summary>What an operator does to a site as a whole.</summary>
public sealed class SiteChangesTests(TestPlatform platform)
{
    [Fact]
    public async Task A_site_answers_at_its_new_address_at_the_next_request_and_nowhere_else()
    {
        var area = await OperatorArea.MakeAsync(platform);
        var (site, other) = (await area.VictimAsync(), await area.VictimAsync());
        var moved = "n" + site.Id;
        var form = await area.Browser.PageAsync($"app/sites/{site.Id}/address");

        var shutOut = await area.Browser.SendAsync(form, "/address", ("Prefix", ""), ("Hosts", "shop.example LOCALHOST"));
        shutOut.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await shutOut.Content.ReadAsStringAsync(Stop)).ShouldContain("您和其他站点都将无法访问");
        (await StatusAsync(other.Id)).ShouldBe(HttpStatusCode.OK);

        var taken = await area.Browser.SendAsync(form, "/address", ("Prefix", other.Id), ("Hosts", ""));
        var done = await area.Browser.SendAsync(form, "/address", ("Prefix", moved), ("Hosts", ""));
        var stale = await area.Browser.SendAsync(form, "/address", ("Prefix", moved + "x"), ("Hosts", ""));

        taken.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await taken.Content.ReadAsStringAsync(Stop)).ShouldContain("这个地址已被另一个站点使用");
        done.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        stale.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await StatusAsync(site.Id)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(moved)).ShouldBe(HttpStatusCode.OK);
        (await AuditAsync(area)).ShouldContain("Kernel.Sites.ChangeAddress");
    }

    [Fact]
    public async Task A_stopped_site_is_deleted_by_typing_its_name_and_its_folder_is_kept_aside()
    {
        var area = await OperatorArea.MakeAsync(platform);
        var site = await area.VictimAsync("清源华南");
        File.Exists(Path.Combine(site.Folder, "site.db")).ShouldBeTrue();
        (await area.UseAsync(directory => directory.DeleteAsync(site.Id, "清源华南", Stop))).Failure!.Code.ShouldBe("kernel.site-not-stopped");
        await area.StopAsync(site.Id);
        var form = await area.Browser.PageAsync($"app/sites/{site.Id}/delete");

        var wrong = await area.Browser.SendAsync(form, "/delete", ("TypedName", "清源"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        area.Registry.Find(site.Id).ShouldNotBeNull();
        var done = await area.Browser.SendAsync(form, "/delete", ("TypedName", "清源华南"));

        done.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        area.Registry.Find(site.Id).ShouldBeNull();
        (await StatusAsync(site.Id)).ShouldBe(HttpStatusCode.NotFound);
        Directory.Exists(site.Folder).ShouldBeFalse();
        var aside = Directory.GetDirectories(Path.Combine(Path.GetDirectoryName(site.Folder)!, "..", "removed-sites"), "*-" + site.Id).ShouldHaveSingleItem();
        File.Exists(Path.Combine(aside, "site.db")).ShouldBeTrue();
        (await AuditAsync(area)).ShouldContain("Kernel.Sites.DeleteSite");
    }

    [Fact]
    public async Task A_folder_of_an_earlier_site_is_not_taken_for_a_new_ones()
    {
        var area = await OperatorArea.MakeAsync(platform);
        var id = "v" + Guid.NewGuid().ToString("N")[..10];
        var folder = Directory.CreateDirectory(area.Registry.FolderOf(id));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "site.db"), "", Stop);

        var refused = await area.UseAsync(directory => directory.CreateAsync(new NewSite { Id = id, Name = id, Prefix = id, Recipe = "blank" }, Stop));

        refused.Failure!.Fields.Single().Code.ShouldBe("kernel.site-folder-left");
        refused.Failure.Fields.Single().Arguments.ShouldContain(folder.FullName);
        File.Exists(Path.Combine(folder.FullName, "site.db")).ShouldBeTrue();
        folder.Delete(recursive: true);
        (await area.UseAsync(directory => directory.CreateAsync(new NewSite { Id = id, Name = id, Prefix = id }, Stop))).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task A_blank_site_has_its_roles_and_features_and_gets_its_first_administrator()
    {
        var area = await OperatorArea.MakeAsync(platform);
        var id = "v" + Guid.NewGuid().ToString("N")[..10];
        var form = await area.Browser.PageAsync("app/sites/new");
        form.Body!.TextContent.ShouldContain("空白站点");

        var made = await area.Browser.SendAsync(form, "/new", ("Id", id), ("Name", "新品牌"), ("Prefix", id), ("Recipe", "blank"), ("Culture", "zh-CN"), ("TimeZone", "Asia/Shanghai"), ("Provider", "Sqlite"));
        var state = await BackupScreenTests.EndedAsync(area, made);
        state.Phase.ShouldBe(ServicePlatform.Tasks.LongTaskPhase.Succeeded, state.Error);
        (await area.Site.ReadAsync(db => db.Set<ServicePlatform.Data.Tasks.LongTaskRow>().SingleAsync(row => row.Id == state.Id, Stop))).ResultAddress.ShouldBe($"/app/sites/{id}/administrator");
        var page = await area.Browser.PageAsync($"app/sites/{id}/administrator");
        var weak = await area.Browser.SendAsync(page, "/administrator", ("UserName", "wang"), ("DisplayName", "王敏"), ("Password", "short"));
        weak.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await area.Browser.SendAsync(page, "/administrator", ("UserName", "wang"), ("DisplayName", "王敏"), ("Password", "Clear-water-26"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var again = await area.Browser.SendAsync(page, "/administrator", ("UserName", "wang"), ("DisplayName", "别人"), ("Password", "Clear-water-27"));
        again.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var admin = await new TestSite(platform, id).SignInAsAsync("wang", "Clear-water-26");
        foreach (var address in new[] { "app/customers", "app/orders", "app/organisations", "app/accounts", "app/settings" })
        {
            (await admin.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK, address);
        }

        (await admin.PageAsync("app/customers")).QuerySelectorAll("tbody tr").ShouldBeEmpty();
        (await admin.PageAsync("app/message-templates")).QuerySelectorAll("tbody tr").ShouldNotBeEmpty("without them not even a sign-in code can be sent");
    }

    [Fact]
    public async Task The_search_of_the_operators_area_speaks_of_pages()
    {
        var area = await OperatorArea.MakeAsync(platform);

        var page = await area.Browser.PageAsync("app/sites");

        page.QuerySelector("#palette-input")!.GetAttribute("placeholder").ShouldBe("查找页面");
        page.Body!.TextContent.ShouldNotContain("客户");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<HttpStatusCode> StatusAsync(string prefix)
    {
        using var client = platform.Factory.CreateClient();
        return (await client.GetAsync($"/{prefix}/sign-in/staff", Stop)).StatusCode;
    }

    private static Task<List<string>> AuditAsync(OperatorArea area) => area.Site.ReadAsync(db => db.Set<AuditRow>().Select(row => row.Command).ToListAsync(Stop));
}
