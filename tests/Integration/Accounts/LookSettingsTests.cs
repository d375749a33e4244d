using System.Net;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Accounts.Settings.Limits;
using ServicePlatform.Accounts.Settings.Look;
using ServicePlatform.Accounts.SignIn;
using ServicePlatform.Data.Audit;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.IntegrationTests.WorkOrders;
using ServicePlatform.Settings;

namespace ServicePlatform.IntegrationTests.Accounts;

public sealed class LookSettingsTests(TestPlatform platform)
{
    [Theory, DatabaseData]
    public async Task A_site_is_seen_in_its_colour_with_its_logo_and_hotline_at_the_next_request(string database)
    {
        var (site, other) = (await platform.CreateSiteAsync(database), await platform.CreateSiteAsync("Sqlite"));
        (await site.Browse().PageAsync("sign-in/staff")).DocumentElement.OuterHtml.ShouldNotContain("site-logo");

        await site.DoAsync(Look(OrderScene.Photo(3).ToArray()), Actors.Staff("/hq/"));

        var page = await site.Browse().PageAsync("sign-in");
        page.Head!.InnerHtml.ShouldContain("/accent/b91c1c.css");
        var portal = await (await site.SignInCustomerAsync("+8613800004321")).PageAsync("");
        portal.QuerySelector("footer a[href^=tel]")!.GetAttribute("href").ShouldBe("tel:4008201234");
        var address = page.QuerySelector("img.logo-mark")!.GetAttribute("src")!;
        using var logo = await site.Browse().Client.GetAsync(address, Stop);
        logo.StatusCode.ShouldBe(HttpStatusCode.OK);
        logo.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
        logo.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
        (await other.Browse().PageAsync("sign-in/staff")).DocumentElement.OuterHtml.ShouldNotContain("b91c1c");
        (await other.Browse().GetAsync("site-logo/" + address.Split('/')[^1])).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await site.ReadAsync(db => db.Set<AuditRow>().CountAsync(row => row.Command.Contains("SaveLook"), Stop))).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_wrong_with_the_look_is_said_at_its_field_and_a_stale_form_is_refused()
    {
        var site = await platform.CreateSiteAsync("Sqlite");
        await FieldsAsync(site, Look() with { Accent = "red" }, "Accent");
        await FieldsAsync(site, Look() with { Hotline = "call us" }, "Hotline");
        await FieldsAsync(site, Look("<svg/>"u8.ToArray()), "Logo");
        await FieldsAsync(site, Look(new byte[600 * 1024]), "Logo");

        await site.DoAsync(Look(), Actors.Staff("/hq/"));

        (await site.SendAsync(Look() with { Accent = "#112233" }, Actors.Staff("/hq/"))).Failure!.Code.ShouldBe("kernel.stale");
        (await site.SendAsync(Look(), Actors.With("/hq/"))).Failure!.Kind.ShouldBe(Commands.FailureKind.Forbidden);
    }

    [Theory, DatabaseData]
    public async Task Limits_hold_from_the_next_act(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        await FieldsAsync(scene.Site, new SaveLimits(0, 5, 10, 100, -1), "PhotoMegabytes");
        await FieldsAsync(scene.Site, new SaveLimits(26, 12, 10, 100, -1), "PhotoMegabytes", "CodesPerDay");
        await scene.Site.DoAsync(new SaveLimits(1, 1, 1, 1, -1), Actors.Staff("/hq/"));
        (await scene.Site.SendAsync(new SaveLimits(2, 1, 1, 1, -1), Actors.Staff("/hq/"))).Failure!.Code.ShouldBe("kernel.stale");

        var large = await scene.Site.UseAsync<Files.IFileStore, Commands.Result<Files.StoredFile>>(store =>
            store.SaveAsync(new MemoryStream(new byte[(1024 * 1024) + 1]), "a.jpg", new Data.Subject("test", Guid.NewGuid()), Files.FileRules.Photo, "Photo", Stop));
        large.Failure!.Fields.Single().Arguments.ShouldBe(["1 MB"]);
        var limits = await scene.Site.UseAsync<ISettings, SiteLimits>(settings => settings.GetAsync<SiteLimits>(Stop));
        CodeLimits.Check([scene.Now.AddMinutes(-2)], scene.Now, limits)!.Code.ShouldBe("accounts.code-wait-day");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static SaveLook Look(ReadOnlyMemory<byte>? logo = null) =>
        new("#B91C1C", "4008201234", logo is { } bytes ? new MemoryStream(bytes.ToArray()) : null, "logo.png", false, -1);

    private static async Task FieldsAsync<T>(TestSite site, Commands.ICommand<T> command, params string[] fields)
    {
        var refused = await site.SendAsync(command, Actors.Staff("/hq/"));
        refused.Failure!.Kind.ShouldBe(Commands.FailureKind.Invalid);
        refused.Failure.Fields.Select(field => field.Field).ShouldBe(fields);
    }
}
