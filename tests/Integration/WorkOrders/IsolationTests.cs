using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Files;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Security;
using ServicePlatform.WorkOrders.Access;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders.Queries;
using ServicePlatform.WorkOrders.Requests.Queries;
using ServicePlatform.WorkOrders.Visits.Queries;

namespace ServicePlatform.IntegrationTests.WorkOrders;

/// <summary>Two dealers and two principals in one site.</summary>
[Trait("capability", "A017")]
public sealed class IsolationTests(TestPlatform platform)
{
    [Theory, DatabaseData]
    public async Task Another_dealer_sees_and_does_nothing(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var site = scene.Site;
        var home = await scene.HouseholdAsync(scene.Aqua);
        var (order, visit) = await scene.BookedAsync(home);
        await scene.ArriveAsync(visit);
        await site.DoAsync(new AddVisitPhoto(visit, null, "门口", scene.Now, "door.jpg", OrderScene.Photo(2)), scene.FieldA);
        var number = (await scene.OrderRowAsync(order)).Number;
        var visitNumber = (await scene.VisitRowAsync(visit)).Number;
        var version = await scene.VersionAsync(order);

        (await site.AskAsync(new OrderList(OrderTab.All, new PageRequest()), scene.DeskB)).Value.Items.ShouldBeEmpty();
        (await site.AskAsync(new OrderList(OrderTab.All, new PageRequest(), Text: "13800001234"), scene.DeskB)).Value.Items.ShouldBeEmpty();
        (await site.AskAsync(new GetOrder(number), scene.DeskB)).Failure!.Kind.ShouldBe(FailureKind.NotFound);
        (await site.AskAsync(new TechnicianChoices(order), scene.DeskB)).Failure!.Kind.ShouldBe(FailureKind.NotFound);
        (await site.AskAsync(new RequestInbox(InboxTab.All, new PageRequest()), scene.DeskB)).Value.Items.ShouldBeEmpty();
        (await site.AskAsync(new GetMyVisit(visitNumber), scene.FieldB)).Failure!.Kind.ShouldBe(FailureKind.NotFound);
        (await site.SendAsync(new RefuseOrder(order, RefusalReasons.TooFar, null, version), scene.DeskB)).Failure!.Kind.ShouldBe(FailureKind.NotFound);
        (await site.SendAsync(new BookVisit(order, scene.Now.AddHours(3), scene.Now.AddHours(4), true, null, version), scene.DeskB)).Failure!.Kind.ShouldBe(FailureKind.NotFound);
        (await site.SendAsync(new StartWork(visit, scene.Now), scene.FieldB)).Failure!.Kind.ShouldBe(FailureKind.NotFound);

        (await MayReadAsync(scene, visit, scene.DeskA)).ShouldBeTrue();
        (await MayReadAsync(scene, visit, scene.FieldA)).ShouldBeTrue();
        (await MayReadAsync(scene, visit, scene.DeskB)).ShouldBeFalse();
        (await MayReadAsync(scene, visit, scene.FieldB)).ShouldBeFalse();
        (await MayReadAsync(scene, visit, Actors.Customer(home.Customer))).ShouldBeFalse("the visit has not ended yet");
    }

    [Theory, DatabaseData]
    public async Task Staff_of_one_principal_see_no_job_of_the_other(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var aqua = await scene.OrderAsync(await scene.HouseholdAsync(scene.Aqua));
        var pure = await scene.OrderAsync(await scene.HouseholdAsync(scene.Pure, "刘洋", "13800005678"), JobTypes.Repair);
        var viewer = Actors.With("/hq/", OrderPermissions.View) with { PrincipalIds = [scene.Pure] };

        var rows = (await scene.Site.AskAsync(new OrderList(OrderTab.All, new PageRequest()), viewer)).Value.Items;

        rows.ShouldHaveSingleItem().Id.ShouldBe(pure);
        (await scene.Site.AskAsync(new GetOrder((await scene.OrderRowAsync(aqua)).Number), viewer)).Failure!.Kind.ShouldBe(FailureKind.NotFound);
        (await scene.Site.SendAsync(new AssignOutlet(pure, scene.OutletB, await scene.VersionAsync(pure)), scene.Dispatcher))
            .Failure!.Fields[0].Code.ShouldBe("orders.outlet-other-principal");
    }

    [Theory, DatabaseData]
    [Trait("capability", "A165")]
    public async Task A_refused_job_leaves_the_outlet_but_its_visit_stays_with_who_made_it(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var site = scene.Site;
        var home = await scene.HouseholdAsync(scene.Aqua);
        var (order, visit) = await scene.BookedAsync(home);
        await scene.ArriveAsync(visit);
        await site.DoAsync(new ReportNobodyHome(visit, scene.Now, "敲门无人"), scene.FieldA);
        await site.DoAsync(new RefuseOrder(order, RefusalReasons.NoCapacity, null, await scene.VersionAsync(order)), scene.DeskA);

        var row = await scene.OrderRowAsync(order);
        row.HolderPath.ShouldBe("/hq/");
        row.State.ShouldBe(OrderState.PendingDispatch);
        (await scene.VisitRowAsync(visit)).HolderPath.ShouldBe("/hq/da/a1/");
        (await site.AskAsync(new GetOrder(row.Number), scene.DeskA)).Failure!.Kind.ShouldBe(FailureKind.NotFound);
        (await MayReadAsync(scene, visit, scene.DeskA)).ShouldBeTrue("former holders keep their own visits");
        var held = await site.UseAsync<IGrantReader, IReadOnlySet<Guid>>(
            reader => reader.HeldAsync("customer", [home.Customer], "/hq/da/", [GrantReason.OpenJob], default));
        held.ShouldBeEmpty();

        var choices = (await site.AskAsync(new OutletChoices(order), scene.Dispatcher)).Value;
        choices[0].OrganisationId.ShouldBe(scene.OutletB);
        choices.Single(choice => choice.OrganisationId == scene.OutletA).Excluded.ShouldBe("refused");
        (await site.SendAsync(new AssignOutlet(order, scene.OutletA, await scene.VersionAsync(order)), scene.Dispatcher)).Failure!.Code.ShouldBe("orders.outlet-excluded");
        await site.DoAsync(new AssignOutlet(order, scene.OutletB, await scene.VersionAsync(order)), scene.Dispatcher);
        (await site.AskAsync(new GetOrder(row.Number), scene.DeskB)).Value.Contact.ShouldNotBeNull();
    }

    private static Task<bool> MayReadAsync(OrderScene scene, Guid visit, Actor actor) =>
        scene.Site.UseAsync<IEnumerable<IFileAccess>, bool>(all => all.OfType<VisitFileAccess>().Single().MayReadAsync(visit, default), actor);
}
