using System.IO.Compression;
using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Audit;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.IntegrationTests.Operator;
using ServicePlatform.Security;
using static ServicePlatform.IntegrationTests.Plugins.PluginCrowd;

namespace ServicePlatform.IntegrationTests.Plugins;

/// <summary>What an operator sees of plugins and does with them.</summary>
[Trait("goal", "G12")]
public sealed class PluginScreenTests(PluginCrowd crowd)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_plugin_is_there_with_its_state_and_a_quarantined_one_with_its_reason()
    {
        var area = await OperatorArea.MakeAsync(crowd.Platform);

        var list = await area.Browser.PageAsync("app/plugins");
        var page = await area.Browser.PageAsync("app/plugins/Sample10");

        list.QuerySelectorAll("tbody tr").Length.ShouldBeGreaterThanOrEqualTo(24);
        list.Body!.TextContent.ShouldContain("Sample01 greetings");
        page.Body!.TextContent.ShouldContain("该插件面向的契约版本为 9.0-9.4，当前主机为 0.1");
        (await area.Browser.GetAsync("app/plugins/Nobody")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_package_is_taken_in_and_waits_and_a_bad_one_is_refused_with_its_reason()
    {
        var area = await OperatorArea.MakeAsync(crowd.Platform);
        var form = await area.Browser.PageAsync("app/plugins/add");

        var bad = await UploadAsync(area.Browser, form, Package(zip => zip.CreateEntry("../plugin.json")));
        (await bad.Content.ReadAsStringAsync(Stop)).ShouldContain("压缩包内有不允许的路径：../plugin.json");
        bad.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var good = await UploadAsync(area.Browser, form, Built(77));
        good.StatusCode.ShouldBe(HttpStatusCode.Redirect, await good.Content.ReadAsStringAsync(Stop));

        var page = await area.Browser.PageAsync("app/plugins/Sample77");
        page.Body!.TextContent.ShouldContain("重新启动主机后生效");
        crowd.Plugins.All.ShouldNotContain(plugin => plugin.Id == "Sample77", "nothing of it is run yet");
        (await area.Browser.SendAsync(page, "/remove")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await area.Browser.GetAsync("app/plugins/Sample77")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await area.Site.ReadAsync(db => db.Set<AuditRow>().Select(row => row.Command).ToListAsync(Stop))).ShouldContain("Kernel.Sites.AddPlugin");
    }

    [Fact]
    public async Task One_in_quarantine_is_tried_again_and_one_at_work_is_removed_at_the_next_start()
    {
        var area = await OperatorArea.MakeAsync(crowd.Platform);

        await area.Browser.SendAsync(await area.Browser.PageAsync("app/plugins/Sample02"), "/release");
        await area.Browser.SendAsync(await area.Browser.PageAsync("app/plugins/Sample17"), "/remove");
        (await area.Browser.PageAsync("app/plugins/Sample02")).Body!.TextContent.ShouldContain("下次启动时重试");
        var going = await area.Browser.PageAsync("app/plugins/Sample17");
        going.Body!.TextContent.ShouldContain("下次启动时移除");

        (await area.Browser.SendAsync(going, "/keep")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await area.Browser.PageAsync("app/plugins/Sample17")).Body!.TextContent.ShouldNotContain("下次启动时移除");
    }

    [Fact]
    public async Task It_is_switched_for_a_site_at_the_next_request()
    {
        var area = await OperatorArea.MakeAsync(crowd.Platform);
        var site = await crowd.SiteAsync();
        var form = await area.Browser.PageAsync("app/plugins/Sample01");
        var action = form.Forms.Select(candidate => candidate.GetAttribute("action") ?? "").Single(address => address.EndsWith("site=" + site.Id, StringComparison.Ordinal));

        (await area.Browser.SendAsync(form, action)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await site.Browse().GetAsync("api/sample01/greetings")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_but_the_operator_comes_near()
    {
        var site = await crowd.SiteAsync(Good);
        var admin = await site.SignInAsync(StandardRoles.Administrator);

        (await admin.GetAsync("app/plugins")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await admin.GetAsync("app/plugins/add")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<HttpResponseMessage> UploadAsync(Browser browser, IHtmlDocument page, byte[] package)
    {
        var form = page.Forms.Single(candidate => (candidate.GetAttribute("action") ?? "").EndsWith("/add", StringComparison.Ordinal));
        using var content = new MultipartFormDataContent();
        foreach (var hidden in form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>())
        {
            content.Add(new StringContent(hidden.Value), hidden.Name!);
        }

        content.Add(new ByteArrayContent(package), "Package", "plugin.zip");
        return await browser.Client.PostAsync(form.GetAttribute("action"), content, Stop);
    }

    private static byte[] Package(Action<ZipArchive> fill)
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            fill(zip);
        }

        return content.ToArray();
    }

    private static byte[] Built(int number)
    {
        var folder = Directory.CreateTempSubdirectory("plugin-package-");
        var built = SamplePlugin.Copy(folder.FullName, number);
        var package = Package(zip =>
        {
            foreach (var file in Directory.GetFiles(built, "*", SearchOption.AllDirectories))
            {
                zip.CreateEntryFromFile(file, Path.GetRelativePath(built, file).Replace('\\', '/'));
            }
        });
        folder.Delete(recursive: true);
        return package;
    }
}
