using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Data.Access;
using ServicePlatform.Data.Identity;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Network.Areas;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Organisations;

namespace ServicePlatform.IntegrationTests.Network;

[Trait("capability", "A110")]
public sealed class TreeTests(TestPlatform platform)
{
    private static Actor Dealer => Actors.With("/hq/north/d1/", NetworkPermissions.View, NetworkPermissions.EditOwn);

    [Theory, DatabaseData]
    public async Task A_move_takes_paths_accounts_and_grants_along(string database)
    {
        var site = await SampleNetwork.CreateAsync(platform, database);
        var customer = await site.DoAsync(new SaveCustomer(null, await site.PrincipalAsync("qingquan"), CustomerKind.Person, "张伟", Gender.Male, [new PhoneInput("13800001234")], []));
        await site.UseAsync<IServiceProvider, bool>(async services =>
        {
            await services.GetRequiredService<IAccessGrants>().GrantAsync(new Subject("customer", customer), "/hq/north/d1/d1-a/", GrantReason.Sale, customer, default);
            await services.GetRequiredService<ISiteDb>().SaveAsync(default);
            return true;
        });
        var (d1, hq) = (await site.OrganisationAsync("d1"), await site.OrganisationAsync("hq"));

        await site.DoAsync(new MoveOrganisation(d1.Id, hq.Id, d1.Version), Actors.Staff("/hq/"));

        (await site.OrganisationAsync("d1-a")).Path.ShouldBe("/hq/d1/d1-a/");
        (await site.ReadAsync(db => db.Set<SiteUser>().SingleAsync(user => user.UserName == "liu"))).ScopePath.ShouldBe("/hq/d1/d1-a/");
        (await site.ReadAsync(db => db.Set<SiteUser>().SingleAsync(user => user.UserName == "dealer1"))).ScopePath.ShouldBe("/hq/d1/");
        (await site.ReadAsync(db => db.Set<AccessGrant>().SingleAsync(grant => grant.SubjectId == customer))).OrganisationPath.ShouldBe("/hq/d1/d1-a/");
        (await site.ReadAsync(db => db.Set<AccessGrantPath>().Where(path => path.SubjectId == customer).Select(path => path.OrganisationPath).ToListAsync()))
            .ShouldBe(["/hq/d1/", "/hq/d1/d1-a/"], ignoreOrder: true);
    }

    [Theory, DatabaseData]
    public async Task A_circle_is_refused(string database)
    {
        var site = await SampleNetwork.CreateAsync(platform, database);
        var (north, d1) = (await site.OrganisationAsync("north"), await site.OrganisationAsync("d1"));

        var result = await site.SendAsync(new MoveOrganisation(north.Id, d1.Id, north.Version), Actors.Staff("/hq/"));

        result.Failure!.Fields.Single().Code.ShouldBe("network.circle");
    }

    [Theory, DatabaseData]
    public async Task A_stale_form_is_refused_with_both_versions(string database)
    {
        var site = await SampleNetwork.CreateAsync(platform, database);
        var outlet = await site.OrganisationAsync("d1-a");
        var qingquan = await site.PrincipalAsync("qingquan");
        await site.DoAsync(Save(outlet, "三河旗舰网点", qingquan), Actors.Staff("/hq/"));

        var result = await site.SendAsync(Save(outlet, "三河网点二", qingquan), Actors.Staff("/hq/"));

        result.Failure!.Code.ShouldBe("kernel.stale");
        result.Failure.Versions!.Current.ShouldBe(outlet.Version + 1);
    }

    [Theory, DatabaseData]
    public async Task A_dealer_edits_only_what_lies_below_him(string database)
    {
        var site = await SampleNetwork.CreateAsync(platform, database);
        var (d1, own, foreign) = (await site.OrganisationAsync("d1"), await site.OrganisationAsync("d1-a"), await site.OrganisationAsync("d2-a"));
        var (qingquan, lanjing) = (await site.PrincipalAsync("qingquan"), await site.PrincipalAsync("lanjing"));

        (await site.SendAsync(Save(own, "三河新店", qingquan), Dealer)).Succeeded.ShouldBeTrue();
        (await site.SendAsync(Save(d1, "改名", qingquan), Dealer)).Failure!.Code.ShouldBe("network.not-yours");
        (await site.SendAsync(Save(foreign, "改名", lanjing), Dealer)).Failure!.Code.ShouldBe("network.organisation-not-found");
        var stronger = await site.SendAsync(Save(await site.OrganisationAsync("d1-a"), "三河新店", lanjing), Dealer);
        stronger.Failure!.Fields.Single().Code.ShouldBe("network.principal-not-yours");
    }

    [Theory, DatabaseData]
    public async Task A_dealer_sees_his_own_part_of_the_tree(string database)
    {
        var site = await SampleNetwork.CreateAsync(platform, database);

        var list = (await site.AskAsync(new ListOrganisations(null, null, null, null, null, new PageRequest()), Dealer)).Value;
        var foreign = await site.AskAsync(new GetOrganisation((await site.OrganisationAsync("d2")).Id), Dealer);

        list.Rows.Items.Select(row => row.Code).ShouldBe(["d1", "d1-a"]);
        list.Rows.Items[1].Depth.ShouldBe(1);
        foreign.Failure!.Code.ShouldBe("network.organisation-not-found");
    }

    [Theory, DatabaseData]
    [Trait("capability", "A116")]
    public async Task A_second_primary_outlet_needs_a_reason(string database)
    {
        var site = await SampleNetwork.CreateAsync(platform, database);
        var (d2a, qingquan) = (await site.OrganisationAsync("d2-a"), await site.PrincipalAsync("qingquan"));
        await site.DoAsync(Save(d2a, d2a.Name, qingquan), Actors.Staff("/hq/"));
        AddAreas Add(string? reason) => new(d2a.Id, qingquan, ["water-purifier"], ["131082"], true, reason);

        var refused = await site.SendAsync(Add(null), Actors.Staff("/hq/"));
        await site.DoAsync(Add("燕郊由两家分担"), Actors.Staff("/hq/"));

        refused.Failure!.Fields.Single().Code.ShouldBe("network.second-primary");
        refused.Failure.Fields.Single().Arguments.ShouldContain("三河网点");
        (await site.ReadAsync(db => db.Set<ServiceArea>().CountAsync(area => area.IsPrimary))).ShouldBe(2);
    }

    [Theory, DatabaseData]
    [Trait("capability", "A116")]
    public async Task A_dealer_gives_areas_only_within_his_own(string database)
    {
        var site = await SampleNetwork.CreateAsync(platform, database);
        var (outlet, qingquan) = (await site.OrganisationAsync("d1-a"), await site.PrincipalAsync("qingquan"));

        var outside = await site.SendAsync(new AddAreas(outlet.Id, qingquan, ["water-purifier"], ["110105"], false, null), Dealer);
        var inside = await site.SendAsync(new AddAreas(outlet.Id, qingquan, ["water-purifier"], ["131022"], false, null), Dealer);

        outside.Failure!.Fields.Single().Code.ShouldBe("network.area-not-yours");
        inside.Succeeded.ShouldBeTrue();
    }

    private static SaveOrganisation Save(Organisation node, string name, params Guid[] principals) => new(
        node.Id, null, node.Code, name, node.Kind, node.Ownership, null, null, null, null, null, true, principals, node.Version);
}
