using Microsoft.EntityFrameworkCore;
using ServicePlatform.Definitions;
using ServicePlatform.Devices.Models;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.IntegrationTests.Network;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Playbooks.Layers;
using ServicePlatform.Playbooks.Steps;

namespace ServicePlatform.IntegrationTests.Playbooks;

public sealed class ResolvingTests(TestPlatform platform)
{
    [Theory, DatabaseData]
    [Trait("capability", "B14")]
    public async Task A_dealers_jobs_get_the_brands_steps_and_his_own_with_their_provenance(string database)
    {
        var procedures = await ProcedureSite.CreateAsync(platform, database);
        var resolved = (await procedures.ResolveAsync(ProcedureSite.Dealer + "d1-a/"))!;
        resolved.Steps.Select(step => step.Code).ShouldBe(["pressure", "flush-1", "flush-2", "d1-tag", "sign"]);
        resolved.Steps.Select(step => step.Order).ShouldBe([1, 2, 3, 4, 5]);
        resolved.Steps.Select(step => step.Provenance.LayerName).Distinct().ShouldBe(["清泉", "京水经销商"]);
        resolved.Steps[3].Provenance.Layer.ShouldBe("dealer");
        (await procedures.CodesAsync(ProcedureSite.OtherDealer, "lanjing")).ShouldBe("pressure flush-1 flush-2 sign");
    }

    [Theory, DatabaseData]
    [Trait("capability", "A006")]
    public async Task The_model_narrows_limits_lengthens_flushes_and_leaves_out_stages_that_it_lacks(string database)
    {
        var procedures = await ProcedureSite.CreateAsync(platform, database);
        var model = await procedures.Site.ReadAsync(db => db.Set<Model>().Select(row => row.Id).SingleAsync());
        var resolved = (await procedures.ResolveAsync("/hq/", modelId: model))!;
        resolved.Steps.Select(step => step.Code).ShouldBe(["pressure", "flush-1", "sign"]);
        (resolved.Steps[0].Minimum, resolved.Steps[0].Maximum).ShouldBe((0.15, 0.4));
        resolved.Steps[1].MinimumMinutes.ShouldBe(8);
    }

    [Theory, DatabaseData]
    public async Task The_words_are_those_of_the_reader(string database)
    {
        var procedures = await ProcedureSite.CreateAsync(platform, database);
        (await procedures.ResolveAsync("/hq/"))!.Title.ShouldBe("安装");
        var english = (await procedures.ResolveAsync("/hq/", culture: "en"))!;
        english.Title.ShouldBe("Installation");
        english.Steps[^1].Title.ShouldBe("Sign");
        (await procedures.ResolveAsync("/hq/", category: "robot")).ShouldBeNull();
    }

    [Theory, DatabaseData]
    [Trait("capability", "A065")]
    public async Task A_recipe_twice_changes_nothing_and_a_higher_version_takes_over(string database)
    {
        var procedures = await ProcedureSite.CreateAsync(platform, database);
        async Task<(int, int)> CountAsync() => await procedures.Site.ReadAsync(async db =>
            (await db.Set<ProcedureVersion>().CountAsync(), await db.Set<StepChange>().CountAsync()));
        var before = await CountAsync();
        await procedures.InstallAsync();
        (await CountAsync()).ShouldBe(before);

        platform.Clock.Advance(TimeSpan.FromMinutes(1));
        await procedures.InstallAsync(version: 2, title: "读取静态水压");
        platform.Clock.Advance(TimeSpan.FromMinutes(1));
        (await procedures.ResolveAsync("/hq/"))!.Steps[0].Title.ShouldBe("读取静态水压");
        var refusal = await Record.ExceptionAsync(() => procedures.InstallAsync(version: 2, title: "别的"));
        refusal.ShouldNotBeNull().Message.ShouldContain("kernel.recipe-step");
    }

    [Theory, DatabaseData]
    [Trait("capability", "A110")]
    public async Task What_a_dealer_adds_goes_with_him_when_he_is_moved(string database)
    {
        var site = await ProcedureSite.CreateAsync(platform, database);
        var (dealer, hq) = (await site.Site.OrganisationAsync("d1"), await site.Site.OrganisationAsync("hq"));
        (await site.CodesAsync("/hq/north/d1/d1-a/")).ShouldContain("d1-tag");

        await site.Site.DoAsync(new MoveOrganisation(dealer.Id, hq.Id, dealer.Version), Actors.Staff("/hq/"));

        (await site.CodesAsync("/hq/d1/d1-a/")).ShouldContain("d1-tag");
        var layer = await site.LayerAsync(DefinitionLayer.Dealer);
        layer.ScopeKey.ShouldBe(ProcedureLayer.KeyOf(layer.Owner, null, null));
        await site.InstallAsync();
        (await site.Site.ReadAsync(db => db.Set<ProcedureLayer>().CountAsync(row => row.Layer == DefinitionLayer.Dealer))).ShouldBe(1);
    }
}
