using ServicePlatform.Commands;
using ServicePlatform.Definitions;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.IntegrationTests.Network;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Editing;
using ServicePlatform.Playbooks.Layers;
using ServicePlatform.Playbooks.Publishing;

namespace ServicePlatform.IntegrationTests.Playbooks;

[Trait("capability", "B14")]
public sealed class EditingTests(TestPlatform platform)
{
    private static SaveStep Tick(Guid layer, string title, int version, string? after = null, string? code = null) => new(
        layer, code, after, ProcedureSection.Finishing, StepKind.Tick, title, "Check " + title.Length, null, null, true,
        null, null, null, null, null, null, null, null, null, version);

    [Theory, DatabaseData]
    public async Task A_dealer_adds_a_step_and_publishes_while_the_old_version_stays_as_it_was(string database)
    {
        var procedures = await ProcedureSite.CreateAsync(platform, database);
        var (site, dealer) = (procedures.Site, ProcedureSite.DealerAt(ProcedureSite.Dealer));
        var layer = (await procedures.LayerAsync(DefinitionLayer.Dealer)).Id;
        (await site.DoAsync(new StartDraft(layer, null), dealer)).ShouldBe(2);
        (await site.SendAsync(new StartDraft(layer, null), dealer)).Failure!.Code.ShouldBe("playbooks.draft-open");

        var draft = await procedures.VersionAsync(layer, 2);
        var code = await site.DoAsync(Tick(layer, "讲解", draft.Version, after: "d1-tag"), dealer);
        (await site.SendAsync(Tick(layer, "再讲", draft.Version), dealer)).Failure!.Versions.ShouldNotBeNull();
        (await procedures.CodesAsync(ProcedureSite.Dealer)).ShouldNotContain(code);

        draft = await procedures.VersionAsync(layer, 2);
        platform.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.DoAsync(new PublishDraft(layer, null, draft.Version), dealer);
        platform.Clock.Advance(TimeSpan.FromMinutes(1));
        (await procedures.CodesAsync(ProcedureSite.Dealer)).ShouldBe($"pressure flush-1 flush-2 d1-tag {code} sign");
        (await procedures.CodesAsync(ProcedureSite.OtherDealer)).ShouldBe("pressure flush-1 flush-2 sign");
        var first = await procedures.VersionAsync(layer, 1);
        (first.State, first.Steps.Count).ShouldBe((DefinitionState.Retired, 1));
        first.EffectiveUntil.ShouldNotBeNull();
    }

    [Theory, DatabaseData]
    public async Task A_dealer_can_neither_touch_the_brands_steps_nor_its_layer_nor_a_neighbours(string database)
    {
        var procedures = await ProcedureSite.CreateAsync(platform, database);
        var (site, dealer) = (procedures.Site, ProcedureSite.DealerAt(ProcedureSite.Dealer));
        var layer = (await procedures.LayerAsync(DefinitionLayer.Dealer)).Id;
        var brand = (await procedures.LayerAsync(DefinitionLayer.Brand, await site.PrincipalAsync("qingquan"))).Id;
        await site.DoAsync(new StartDraft(layer, null), dealer);
        var version = (await procedures.VersionAsync(layer, 2)).Version;
        (await site.SendAsync(new RemoveStep(layer, "sign", version), dealer)).Failure!.Code.ShouldBe("playbooks.dealer-only-adds");
        (await site.SendAsync(Tick(layer, "不签", version, code: "sign"), dealer)).Failure!.Code.ShouldBe("playbooks.dealer-only-adds");
        (await site.SendAsync(new StartDraft(brand, null), dealer)).Failure!.Kind.ShouldBe(FailureKind.Forbidden);

        var other = ProcedureSite.DealerAt(ProcedureSite.OtherDealer);
        (await site.AskAsync(new GetLayer(layer), other)).Failure!.Kind.ShouldBe(FailureKind.NotFound);
        (await site.SendAsync(new RemoveStep(layer, "d1-tag", version), other)).Failure!.Kind.ShouldBe(FailureKind.NotFound);
        (await site.SendAsync(new PublishDraft(layer, null, version), other)).Failure!.Kind.ShouldBe(FailureKind.NotFound);
        (await site.SendAsync(new CreateLayer("install", DefinitionLayer.Dealer, null, ProcedureSite.Dealer, null), other)).Failure!.Kind.ShouldBe(FailureKind.Forbidden);
    }

    [Theory, DatabaseData]
    public async Task A_principals_own_staff_do_not_see_the_other_brands_layer(string database)
    {
        var procedures = await ProcedureSite.CreateAsync(platform, database);
        var site = procedures.Site;
        var layer = (await procedures.LayerAsync(DefinitionLayer.Brand, await site.PrincipalAsync("lanjing"))).Id;
        var qingquan = Actors.Staff("/hq/", await site.PrincipalAsync("qingquan"));
        (await site.AskAsync(new GetLayer(layer), qingquan)).Failure!.Kind.ShouldBe(FailureKind.NotFound);
        (await site.AskAsync(new GetVersion(layer, 1), qingquan)).Failure!.Kind.ShouldBe(FailureKind.NotFound);
    }

    [Theory, DatabaseData]
    public async Task A_region_may_tighten_a_mandatory_reading_and_not_loosen_it(string database)
    {
        var procedures = await ProcedureSite.CreateAsync(platform, database);
        var (site, head) = (procedures.Site, Actors.Staff("/hq/"));
        var region = await site.DoAsync(new CreateLayer("install", DefinitionLayer.Region, null, "/hq/north/", null), head);
        SaveStep Pressure(double maximum, int version) => new(
            region, "pressure", null, ProcedureSection.Workplace, StepKind.Reading, "测量入户水压", "Measure", null, null, true,
            ReadingKind.InletPressure, 0.1, maximum, null, null, null, null, null, null, version);
        var version = (await procedures.VersionAsync(region, 1)).Version;
        (await site.SendAsync(Pressure(0.5, version), head)).Failure!.Fields.Single().Field.ShouldBe("Maximum");
        await site.DoAsync(Pressure(0.35, version), head);
        version = (await procedures.VersionAsync(region, 1)).Version;
        await site.DoAsync(new PublishDraft(region, null, version), head);
        platform.Clock.Advance(TimeSpan.FromMinutes(1));
        (await procedures.ResolveAsync(ProcedureSite.Dealer))!.Steps[0].Maximum.ShouldBe(0.35);
        (await procedures.ResolveAsync("/hq/"))!.Steps[0].Maximum.ShouldBe(0.4);
    }

    [Theory, DatabaseData]
    [Trait("capability", "A007")]
    public async Task Flushes_out_of_order_are_shown_before_publishing_and_refused(string database)
    {
        var procedures = await ProcedureSite.CreateAsync(platform, database);
        var (site, head) = (procedures.Site, Actors.Staff("/hq/"));
        var layer = (await procedures.LayerAsync(DefinitionLayer.Brand, await site.PrincipalAsync("qingquan"))).Id;
        await site.DoAsync(new StartDraft(layer, null), head);
        await site.DoAsync(new MoveStep(layer, "flush-2", Up: true, (await procedures.VersionAsync(layer, 2)).Version), head);
        var version = (await procedures.VersionAsync(layer, 2)).Version;
        var preview = await site.AskAsync(new PreviewPublish(layer), head);
        preview.Value.Impact.Failures.Select(failure => failure.Code).ShouldBe(["playbooks.flush-order"]);
        preview.Value.Impact.Dealers.ShouldBe(["京水经销商"]);
        (await site.SendAsync(new PublishDraft(layer, null, version), head)).Failure!.Fields.Single().Field.ShouldBe("Steps[flush-1].FlushPosition");
    }

    [Theory, DatabaseData]
    public async Task A_draft_that_is_thrown_away_leaves_the_layer_as_it_was_and_a_retired_one_holds_no_more(string database)
    {
        var procedures = await ProcedureSite.CreateAsync(platform, database);
        var (site, dealer) = (procedures.Site, ProcedureSite.DealerAt(ProcedureSite.Dealer));
        var layer = (await procedures.LayerAsync(DefinitionLayer.Dealer)).Id;
        await site.DoAsync(new StartDraft(layer, null), dealer);
        await site.DoAsync(new DiscardDraft(layer, (await procedures.VersionAsync(layer, 2)).Version), dealer);
        var row = await procedures.LayerAsync(DefinitionLayer.Dealer);
        (row.NewestNumber, row.DraftNumber).ShouldBe((1, null));
        await site.DoAsync(new RetireLayer(layer, row.Version), dealer);
        platform.Clock.Advance(TimeSpan.FromMinutes(1));
        (await procedures.CodesAsync(ProcedureSite.Dealer)).ShouldBe("pressure flush-1 flush-2 sign");
        (await site.DoAsync(new StartDraft(layer, null), dealer)).ShouldBe(2);
    }
}
