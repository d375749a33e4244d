using System.Net;
using ServicePlatform.Commands;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.IntegrationTests.Network;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Editing;
using ServicePlatform.Playbooks.Procedures;
using ServicePlatform.Playbooks.Publishing;
using ServicePlatform.Security;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.IntegrationTests.Playbooks;

/// <summary>A procedure that no recipe has brought is begun on a screen.</summary>
[Trait("capability", "B14")]
public sealed class NewProcedureTests(TestPlatform platform)
{
    [Theory, DatabaseData]
    public async Task One_is_begun_written_and_published(string database)
    {
        var procedures = await ProcedureSite.CreateAsync(platform, database);
        var (site, brand) = (procedures.Site, await procedures.Site.PrincipalAsync("qingquan"));
        var manager = await site.SignInAsync(StandardRoles.ServiceManager);
        (await manager.PageAsync("app/playbooks")).QuerySelector("a[href$='/app/playbooks/new']").ShouldNotBeNull();
        var form = await manager.PageAsync("app/playbooks/new");

        var nothing = await manager.SendAsync(form, "/new", ("TitleZh", ""), ("PrincipalId", $"{brand}"));
        nothing.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await nothing.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("请至少选择一种工单");
        var made = await manager.SendAsync(form, "/new", ("TitleZh", "净水器维修规范"), ("TitleEn", "Purifier repair"), ("PrincipalId", $"{brand}"), ("CategoryCode", "water-purifier"), ("JobTypes", JobTypes.Repair));

        made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        made.Headers.Location!.ToString().ShouldEndWith("/draft");
        var layer = Guid.Parse(made.Headers.Location.ToString().Split('/')[^2]);
        (await manager.PageAsync("app/playbooks/layers/" + layer + "/draft")).Body!.TextContent.ShouldContain("净水器维修规范");
        (await manager.PageAsync("app/playbooks/water-purifier-repair")).Body!.TextContent.ShouldContain("所选品牌还没有发布这份规范");
        (await manager.PageAsync("app/playbooks")).Body!.TextContent.ShouldContain("1 份草稿");

        var step = new SaveStep(
            layer, null, null, ProcedureSection.Finishing, StepKind.Tick, "讲解", "Explain", null, null, true,
            null, null, null, null, null, null, null, null, null, (await procedures.VersionAsync(layer, 1)).Version);
        await site.DoAsync(step, Writer);
        await site.DoAsync(new PublishDraft(layer, null, (await procedures.VersionAsync(layer, 1)).Version), Writer);
        platform.Clock.Advance(TimeSpan.FromMinutes(1));
        var question = new ProcedureQuestion(brand, ProcedureSite.Dealer, "water-purifier", null, JobTypes.Repair, platform.Clock.GetUtcNow().UtcDateTime);
        var resolved = await site.UseAsync<IProcedureReader, ResolvedProcedure?>(reader => reader.ResolveAsync(question, TestContext.Current.CancellationToken));
        resolved!.Steps.Count.ShouldBe(1);
    }

    [Theory, DatabaseData]
    public async Task A_kind_of_job_has_one_procedure_and_only_the_top_begins_one(string database)
    {
        var procedures = await ProcedureSite.CreateAsync(platform, database);
        var (site, brand) = (procedures.Site, await procedures.Site.PrincipalAsync("qingquan"));
        CreateProcedure For(params string[] types) => new(brand, "water-purifier", types, "规范", null);

        var taken = (await site.SendAsync(For(JobTypes.Install, JobTypes.Repair), Writer)).Failure!;
        (taken.Fields[0].Field, taken.Fields[0].Code).ShouldBe(("JobTypes", "playbooks.jobs-taken"));
        (await site.SendAsync(For("flying"), Writer)).Failure!.Kind.ShouldBe(FailureKind.Invalid);
        (await site.SendAsync(For(JobTypes.Repair), ProcedureSite.DealerAt(ProcedureSite.Dealer))).Failure!.Kind.ShouldBe(FailureKind.Forbidden);
        (await site.SendAsync(For(JobTypes.Repair), Actors.With("/hq/north/", PlaybookPermissions.View, PlaybookPermissions.Edit))).Failure!.Kind.ShouldBe(FailureKind.Forbidden);
        (await site.SendAsync(For(JobTypes.Repair) with { CategoryCode = "submarine" }, Writer)).Failure!.Fields[0].Code.ShouldBe("playbooks.category-unknown");
        (await site.SendAsync(For(JobTypes.Repair), Writer)).Succeeded.ShouldBeTrue();
    }

    [Theory, DatabaseData]
    public async Task A_draft_that_is_thrown_away_leaves_its_kinds_of_job_to_the_next(string database)
    {
        var procedures = await ProcedureSite.CreateAsync(platform, database);
        var (site, brand) = (procedures.Site, await procedures.Site.PrincipalAsync("qingquan"));
        var create = new CreateProcedure(brand, "", [JobTypes.Maintenance], "保养规范", null);
        var layer = await site.DoAsync(create, Writer);

        await site.DoAsync(new DiscardDraft(layer, (await procedures.VersionAsync(layer, 1)).Version), Writer);

        (await site.AskAsync(new ListProcedures("maintenance"), Writer)).Value.ShouldBeEmpty();
        (await site.SendAsync(create, Writer)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void A_procedure_can_be_for_every_kind_of_job() => ProcedureJobs.All.ShouldBe(JobTypes.All);

    private static ServicePlatform.Kernel.Security.Actor Writer => Actors.With("/hq/", PlaybookPermissions.View, PlaybookPermissions.Edit);
}
