using ServicePlatform.Commands;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.IntegrationTests.WorkOrders;

public sealed class ConcurrencyTests(TestPlatform platform)
{
    [Theory, DatabaseData]
    public async Task Of_sixty_four_dispatchers_one_gets_the_job_placed(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var order = await scene.OrderAsync(await scene.HouseholdAsync(scene.Aqua));
        var version = await scene.VersionAsync(order);

        var results = await Task.WhenAll(Enumerable.Range(0, 64).Select(number => scene.Site.SendAsync(
            new AssignOutlet(order, number % 2 == 0 ? scene.OutletA : scene.OutletB, version), scene.Dispatcher)));

        results.Count(result => result.Succeeded).ShouldBe(1);
        results.Where(result => !result.Succeeded).Select(result => result.Failure!.Code).Distinct(StringComparer.Ordinal).ShouldBe(["kernel.stale"]);
        (await scene.OrderRowAsync(order)).Assignments.Count.ShouldBe(1);
    }

    [Theory, DatabaseData]
    public async Task A_technician_acts_only_on_visits_that_name_him_and_not_in_the_future(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var (_, visit) = await scene.BookedAsync(await scene.HouseholdAsync(scene.Aqua));

        (await scene.Site.SendAsync(new StartTravel(visit, scene.Now), scene.FieldB)).Failure!.Kind.ShouldBe(FailureKind.NotFound);
        (await scene.Site.SendAsync(new StartTravel(visit, scene.Now), scene.DeskA)).Failure!.Kind.ShouldBe(FailureKind.Forbidden);
        (await scene.Site.SendAsync(new StartTravel(visit, scene.Now.AddMinutes(5)), scene.FieldA)).Failure!.Fields[0].Code.ShouldBe("orders.act-in-future");
        (await scene.Site.SendAsync(new StartTravel(visit, scene.Now.AddDays(-3)), scene.FieldA)).Failure!.Fields[0].Code.ShouldBe("orders.act-too-early");
        (await scene.Site.SendAsync(new ReportNobodyHome(visit, scene.Now, null), scene.FieldA)).Failure!.Code.ShouldBe("orders.visit-is-confirmed");
    }

    [Theory, DatabaseData]
    public async Task Moving_an_appointment_leaves_the_earlier_visit_behind(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var (order, first) = await scene.BookedAsync(await scene.HouseholdAsync(scene.Aqua));
        var from = scene.Now.AddDays(1);

        var second = await scene.Site.DoAsync(new BookVisit(order, from, from.AddHours(2), true, "改到明天", await scene.VersionAsync(order)), scene.Agent);

        second.ShouldNotBe(first);
        (await scene.VisitRowAsync(first)).State.ShouldBe(VisitState.Rescheduled);
        var row = await scene.VisitRowAsync(second);
        row.State.ShouldBe(VisitState.Confirmed);
        row.TechnicianId.ShouldBe(scene.TechnicianA);
        row.Lines.Count.ShouldBe(1);
        await scene.Site.DeliverAsync();
    }
}
