using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Timelines;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Network.Areas;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Network.Technicians;
using ServicePlatform.Sites;

namespace ServicePlatform.IntegrationTests.Network;

public sealed class RecipeTests(TestPlatform platform)
{
    [Theory, DatabaseData]
    [Trait("capability", "A110")]
    public async Task A_recipe_makes_the_tree_and_running_it_again_changes_nothing(string database)
    {
        var site = await SampleNetwork.CreateAsync(platform, database);
        var facts = await site.ReadAsync(db => db.Set<TimelineFact>().CountAsync());

        await site.RunRecipeAsync(SampleNetwork.Recipe);

        (await site.OrganisationAsync("d1-a")).Path.ShouldBe("/hq/north/d1/d1-a/");
        (await site.ReadAsync(db => db.Set<Organisation>().CountAsync())).ShouldBe(6);
        (await site.ReadAsync(db => db.Set<ServiceArea>().CountAsync())).ShouldBe(2);
        (await site.ReadAsync(db => db.Set<Technician>().CountAsync())).ShouldBe(2);
        (await site.ReadAsync(db => db.Set<TimelineFact>().CountAsync())).ShouldBe(facts);
    }

    [Theory, DatabaseData]
    [Trait("capability", "A136")]
    public async Task Each_outlet_serves_its_own_principals(string database)
    {
        var site = await SampleNetwork.CreateAsync(platform, database);
        var (qingquan, lanjing) = (await site.PrincipalAsync("qingquan"), await site.PrincipalAsync("lanjing"));

        var found = await site.UseAsync<IServiceAreas, IReadOnlyList<OutletCandidate>>(areas => areas.FindOutletsAsync(qingquan, "water-purifier", "131082001", default));
        var foreign = await site.UseAsync<IServiceAreas, IReadOnlyList<OutletCandidate>>(areas => areas.FindOutletsAsync(lanjing, "water-purifier", "131082001", default));

        found.Select(candidate => candidate.Organisation.Code).ShouldBe(["d1-a", "d1"]);
        found[0].IsPrimary.ShouldBeTrue();
        foreign.ShouldBeEmpty();
    }

    [Theory, DatabaseData]
    public async Task Technicians_and_portals_can_be_read(string database)
    {
        var site = await SampleNetwork.CreateAsync(platform, database);

        var below = await site.UseAsync<ITechnicianReader, IReadOnlyList<TechnicianSummary>>(reader => reader.BelowAsync("/hq/north/d1/", default));
        var portals = await site.UseAsync<IPortalDirectory, IReadOnlyList<PortalContext>>(directory => directory.ListAsync(default));

        var technician = below.Single();
        technician.Name.ShouldBe("刘师傅");
        technician.Skills.ShouldBe(["water-purifier.install"]);
        technician.UserId.ShouldNotBeNull();
        (await site.UseAsync<ITechnicianReader, TechnicianSummary?>(reader => reader.FindByUserAsync(technician.UserId.Value, default)))!.Id.ShouldBe(technician.Id);
        portals.Single().Slug.ShouldBe("jingshui");
        portals.Single().Hotline.ShouldBe("400 000 2001");
    }

    [Theory, DatabaseData]
    public async Task A_slip_of_the_pen_names_the_row(string database)
    {
        var site = await SampleNetwork.CreateAsync(platform, database);

        var result = await platform.Services.GetRecipes().RunTextAsync(
            site.Id,
            """{ "steps": [ { "name": "organisations", "below": "hq", "organisations": [ { "code": "x1", "name": "X", "kind": "Region", "principals": ["nobody"] } ] } ] }""",
            TestContext.Current.CancellationToken);

        result.Succeeded.ShouldBeFalse();
        result.Failure!.Fields.ShouldHaveSingleItem().Field.ShouldBe("$.steps[0].organisations[0].principals[0]");
    }
}
