using System.Net;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Network.Portals;

namespace ServicePlatform.IntegrationTests.Network;

[Trait("capability", "A136")]
public sealed class PortalAddressTests(TestPlatform platform)
{
    [Theory, DatabaseData]
    public async Task A_portal_is_open_renamed_and_closed_at_the_next_request(string database)
    {
        var site = await SampleNetwork.CreateAsync(platform, database);
        var dealer = await site.OrganisationAsync("d1");
        (await TextAsync(site, "jingshui/")).ShouldContain("京水服务");

        (await site.SendAsync(new SavePortal(dealer.Id, "jingshui-new", "京水新名字", "#0f6b5c", null, 5))).Failure!.Code.ShouldBe("kernel.stale");
        (await site.SendAsync(new SavePortal(dealer.Id, "jingshui-new", "京水新名字", "#0f6b5c", null))).Failure!.Code.ShouldBe("kernel.stale", "the form was opened before there was a portal");
        await site.DoAsync(new SavePortal(dealer.Id, "jingshui-new", "京水新名字", "#0f6b5c", null, 0));

        (await StatusAsync(site, "jingshui/")).ShouldBe(HttpStatusCode.NotFound);
        (await TextAsync(site, "jingshui-new/")).ShouldContain("京水新名字");

        await site.DoAsync(new RemovePortal(dealer.Id));

        (await StatusAsync(site, "jingshui-new/")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_portal_of_a_stopped_dealer_is_closed_until_he_works_again()
    {
        var site = await SampleNetwork.CreateAsync(platform, "Sqlite");
        (await StatusAsync(site, "jingshui/")).ShouldBe(HttpStatusCode.OK);

        await SwitchAsync(site, isActive: false);
        (await StatusAsync(site, "jingshui/")).ShouldBe(HttpStatusCode.NotFound);

        await SwitchAsync(site, isActive: true);
        (await StatusAsync(site, "jingshui/")).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task SwitchAsync(TestSite site, bool isActive)
    {
        var dealer = await site.OrganisationAsync("d1");
        var principal = await site.PrincipalAsync("qingquan");
        await site.DoAsync(new SaveOrganisation(
            dealer.Id, dealer.ParentId, dealer.Code, dealer.Name, dealer.Kind, dealer.Ownership, dealer.Phone, dealer.DivisionCode, dealer.Address, null, null, isActive, [principal], dealer.Version));
    }

    private static async Task<HttpStatusCode> StatusAsync(TestSite site, string path) => (await site.Browse().GetAsync(path)).StatusCode;

    private static async Task<string> TextAsync(TestSite site, string path)
    {
        var answer = await site.Browse().GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
