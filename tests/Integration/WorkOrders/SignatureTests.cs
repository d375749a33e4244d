using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data.Audit;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Timelines;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.IntegrationTests.WorkOrders;

/// <summary>The customer's word that the work was done.</summary>
[Trait("capability", "A065")]
public sealed class SignatureTests(TestPlatform platform)
{
    [Theory, DatabaseData]
    public async Task A_name_without_a_drawing_is_no_signature(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var (_, visit) = await WorkedAsync(scene);

        var field = (await scene.Site.SendAsync(new SignVisit(visit, "张丽", scene.Now, null), scene.FieldA)).Failure!.Fields.ShouldHaveSingleItem();

        (field.Field, field.Code).ShouldBe(("Drawing", "orders.signature-needed"));
        (await scene.VisitRowAsync(visit)).SignedAt.ShouldBeNull();
    }

    [Theory, DatabaseData]
    public async Task Nothing_changes_after_the_signature_until_it_is_taken_back(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var (order, visit) = await WorkedAsync(scene);
        await SignAsync(scene, visit);
        var reading = new CompleteStep(visit, "pressure", scene.Now, 0.3, null, null);

        (await scene.Site.SendAsync(reading, scene.FieldA)).Failure!.Code.ShouldBe("orders.step-signed");
        (await scene.Site.SendAsync(Photo(visit, scene.Now), scene.FieldA)).Failure!.Code.ShouldBe("orders.step-signed");

        var version = await scene.VersionAsync(order);
        (await scene.Site.SendAsync(new VoidSignature(order, "  ", version), Supervisor)).Failure!.Fields[0].Field.ShouldBe("Reason");
        (await scene.Site.SendAsync(new VoidSignature(order, "邻居代签", version), scene.DeskB)).Failure!.Kind.ShouldBe(FailureKind.Forbidden);
        (await scene.Site.SendAsync(new VoidSignature(order, "邻居代签", version), Supervisor with { ScopePath = "/hq/db/b1/" })).Failure!.Kind.ShouldBe(FailureKind.NotFound);
        await scene.Site.DoAsync(new VoidSignature(order, "邻居代签", version), Supervisor);

        (await scene.Site.SendAsync(new FinishVisit(visit, scene.Now, null, "完成"), scene.FieldA)).Failure!.Code.ShouldBe("orders.not-signed");
        await scene.Site.DoAsync(reading with { At = scene.Now }, scene.FieldA);
        await scene.Site.DoAsync(Photo(visit, scene.Now), scene.FieldA);
        await SignAsync(scene, visit);
        await scene.Site.DoAsync(new FinishVisit(visit, scene.Now, null, "完成"), scene.FieldA);
        (await scene.Site.SendAsync(new VoidSignature(order, "太晚", await scene.VersionAsync(order)), Supervisor)).Failure!.Code.ShouldBe("orders.not-signed");

        var facts = await scene.Site.UseAsync<ITimeline, IReadOnlyList<TimelineEntry>>(
            timeline => timeline.ReadAsync([ServicePlatform.WorkOrders.Subjects.Order(order)], 100, default));
        facts.Single(fact => fact.Code == "orders.signature-voided").Text.ShouldContain("邻居代签");
        (await scene.Site.ReadAsync(db => db.Set<AuditRow>().CountAsync(row => row.Command.EndsWith("VoidSignature")))).ShouldBe(1);
    }

    private static Actor Supervisor { get; } = Actors.With("/hq/da/a1/", OrderPermissions.View, OrderPermissions.VoidSignature);

    private static AddVisitPhoto Photo(Guid visit, DateTime at) => new(visit, null, "现场", at, "late.jpg", OrderScene.Photo(9));

    private static Task<Done> SignAsync(OrderScene scene, Guid visit) => scene.Site.DoAsync(new SignVisit(visit, "张丽", scene.Now, OrderScene.Signature()), scene.FieldA);

    /// <summary>A visit whose mandatory steps are done.</summary>
    private static async Task<(Guid Order, Guid Visit)> WorkedAsync(OrderScene scene)
    {
        var (order, visit) = await scene.BookedAsync(await scene.HouseholdAsync(scene.Aqua));
        await scene.ArriveAsync(visit);
        await scene.Site.DoAsync(new StartWork(visit, scene.Now), scene.FieldA);
        foreach (var step in (await scene.VisitRowAsync(visit)).Steps.OrderBy(step => step.Order))
        {
            await DoAsync(scene, visit, step);
        }

        return (order, visit);
    }

    private static async Task DoAsync(OrderScene scene, Guid visit, ServicePlatform.WorkOrders.Visits.VisitStep step)
    {
        if (step.Kind == ServicePlatform.Playbooks.Contracts.StepKind.Photo)
        {
            await scene.Site.DoAsync(new AddVisitPhoto(visit, step.Code, null, scene.Now, "front.jpg", OrderScene.Photo(1)), scene.FieldA);
        }
        else if (step.Kind != ServicePlatform.Playbooks.Contracts.StepKind.Signature)
        {
            await scene.Site.DoAsync(new CompleteStep(visit, step.Code, scene.Now, step.Reading is null ? null : 0.25, null, 30), scene.FieldA);
        }
    }
}
