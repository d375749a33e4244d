using Microsoft.EntityFrameworkCore;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Security;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.History;
using ServicePlatform.WorkOrders.Orders;
using ServicePlatform.WorkOrders.Orders.Queries;
using ServicePlatform.WorkOrders.Requests;
using ServicePlatform.WorkOrders.Visits;
using ServicePlatform.WorkOrders.Visits.Queries;

namespace ServicePlatform.IntegrationTests.WorkOrders;

public sealed class WholePathTests(TestPlatform platform)
{
    [Theory, DatabaseData]
    [Trait("capability", "A032")]
    public async Task A_request_becomes_proven_work(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var site = scene.Site;
        var home = await scene.HouseholdAsync(scene.Aqua);
        var customer = Actors.Customer(home.Customer);

        var request = await site.DoAsync(new SubmitRequest(home.Customer, home.Machine, null, JobTypes.Install, "请安装净水机", null, null, null), customer);
        await site.DoAsync(new TriageRequest(request, JobTypes.Install, Urgency.Normal, home.Machine, home.Address, "柜子较窄", await scene.RequestVersionAsync(request)), scene.Agent);
        var order = await site.DoAsync(new ConvertRequest(request, await scene.RequestVersionAsync(request)), scene.Agent);
        await site.DoAsync(new AssignOutlet(order, scene.OutletA, await scene.VersionAsync(order)), scene.Dispatcher);
        await site.DoAsync(new AcceptOrder(order, await scene.VersionAsync(order)), scene.DeskA);
        await site.DoAsync(new AssignTechnician(order, scene.TechnicianA, await scene.VersionAsync(order)), scene.DeskA);
        var from = scene.Now.AddHours(1);
        var visit = await site.DoAsync(new BookVisit(order, from, from.AddHours(2), true, null, await scene.VersionAsync(order)), scene.Agent);

        await WorkAsync(scene, visit);
        await ReviewAsync(scene, order);

        var row = await scene.OrderRowAsync(order);
        row.State.ShouldBe(OrderState.Closed);
        row.Lines.ShouldAllBe(line => line.State == LineState.Done);
        (await site.ReadAsync(db => db.Set<Request>().SingleAsync(r => r.Id == request))).State.ShouldBe(RequestState.Closed);
        await HistoriesAreLegalAsync(scene);
        await MachineIsInUseAsync(scene, home);
        await CustomerSeesItAsync(scene, row.Number, customer);
        await GrantsAreEndedAsync(scene, home);
    }

    private static async Task WorkAsync(OrderScene scene, Guid visit)
    {
        var site = scene.Site;
        await site.DoAsync(new StartTravel(visit, scene.Now), scene.FieldA);
        var here = new Geography.GeoPoint(39.99, 116.48, Geography.Datum.Wgs84);
        (await site.DoAsync(new ConfirmArrival(visit, scene.Now, here, 20), scene.FieldA)).ShouldBe(ArrivalOutcome.Validated);
        await site.DoAsync(new StartWork(visit, scene.Now), scene.FieldA);
        var steps = (await scene.VisitRowAsync(visit)).Steps.OrderBy(step => step.Order).ToList();
        steps.Count.ShouldBe(8);
        steps.Where(step => step.FlushPosition is not null).Select(step => step.FlushPosition).ShouldBe([1, 2]);
        steps.Where(step => step.Layer == "dealer").Select(step => step.Code).ShouldBe(["shoes", "card"], ignoreOrder: true);
        steps.Single(step => step.Code == "pressure").Maximum.ShouldBe(0.4);

        (await site.SendAsync(new CompleteStep(visit, "mount", scene.Now, null, null, null), scene.FieldA)).Failure!.Code.ShouldBe("orders.step-check-first");
        await site.DoAsync(new CompleteStep(visit, "pressure", scene.Now, 0.6, "加装减压阀", null), scene.FieldA);
        foreach (var code in new[] { "shoes", "mount", "card" })
        {
            await site.DoAsync(new CompleteStep(visit, code, scene.Now, null, null, null), scene.FieldA);
        }

        await site.DoAsync(new CompleteStep(visit, "flush-1", scene.Now, null, null, 6), scene.FieldA);
        await site.DoAsync(new CompleteStep(visit, "flush-1-s2", scene.Now, null, null, 6), scene.FieldA);
        (await site.SendAsync(new FinishVisit(visit, scene.Now, null, "装好"), scene.FieldA)).Failure!.Code.ShouldBe("orders.steps-missing");
        await site.DoAsync(new AddVisitPhoto(visit, "photo", null, scene.Now, "front.jpg", OrderScene.Photo(1)), scene.FieldA);
        await site.DoAsync(new SignVisit(visit, "张丽", scene.Now, OrderScene.Signature()), scene.FieldA);
        await site.DoAsync(new FinishVisit(visit, scene.Now, "水压偏高", "已安装并调试，TDS正常"), scene.FieldA);
    }

    private static async Task ReviewAsync(OrderScene scene, Guid order)
    {
        (await scene.OrderRowAsync(order)).State.ShouldBe(OrderState.WorkDone);
        await scene.Site.DoAsync(new StartReview(order, await scene.VersionAsync(order)), scene.Reviewer);
        await scene.Site.DoAsync(new CloseOrder(order, null, await scene.VersionAsync(order)), scene.Reviewer);
    }

    private static async Task HistoriesAreLegalAsync(OrderScene scene)
    {
        var changes = await scene.Site.ReadAsync(db => db.Set<StateChange>().ToListAsync());
        foreach (var history in changes.GroupBy(change => change.SubjectId))
        {
            var ordered = history.OrderBy(change => change.Sequence).ToList();
            ordered.Select(change => change.Sequence).ShouldBe(Enumerable.Range(1, ordered.Count));
            Path(ordered).ShouldBeTrue(string.Join(" -> ", ordered.Select(change => change.To)));
        }
    }

    private static bool Path(List<StateChange> changes) => changes[0].SubjectKind switch
    {
        "order" => OrderStates.Table.IsLegalPath(States<OrderState>(changes)),
        "visit" => VisitStates.Table.IsLegalPath(States<VisitState>(changes)),
        _ => RequestStates.Table.IsLegalPath(States<RequestState>(changes)),
    };

    private static IEnumerable<T> States<T>(List<StateChange> changes)
        where T : struct, Enum => changes.Select(change => Enum.Parse<T>(change.To)).Prepend(Enum.Parse<T>(changes[0].From));

    private static async Task MachineIsInUseAsync(OrderScene scene, Household home)
    {
        var filters = await scene.Site.UseAsync<IMachineReader, IReadOnlyList<FilterState>>(reader => reader.FiltersAsync([home.Machine], default), scene.Agent);
        filters.Select(filter => filter.Position).ShouldBe([1, 2]);
        var address = await scene.Site.UseAsync<ICustomerReader, AddressSummary>(
            async reader => (await reader.GetAddressesAsync([home.Address], default))[home.Address], scene.Agent);
        address.Position.ShouldNotBeNull("the first good fix fills an empty position");
    }

    private static async Task CustomerSeesItAsync(OrderScene scene, string number, Actor customer)
    {
        var seen = await scene.Site.UseAsync<ICustomerOrderReader, CustomerOrderDetail?>(reader => reader.OrderAsync(number, default), customer);
        seen!.Photos.Count.ShouldBe(1);
        seen.Readings.ShouldHaveSingleItem().Remedy.ShouldBe("加装减压阀");
        seen.SignerName.ShouldBe("张丽");
        seen.Timeline.Count.ShouldBeGreaterThan(6);
        seen.Timeline.ShouldAllBe(entry => !entry.Text.StartsWith("Customer.", StringComparison.Ordinal));
        var other = Actors.Customer(Guid.NewGuid());
        (await scene.Site.UseAsync<ICustomerOrderReader, CustomerOrderDetail?>(reader => reader.OrderAsync(number, default), other)).ShouldBeNull();
    }

    /// <summary>The outlet that installed the machine goes on seeing it; the open job's grant has ended.</summary>
    private static async Task GrantsAreEndedAsync(OrderScene scene, Household home)
    {
        var held = await scene.Site.UseAsync<IGrantReader, IReadOnlySet<Guid>>(
            reader => reader.HeldAsync("customer", [home.Customer], "/hq/da/a1/", [GrantReason.OpenJob], default));
        held.ShouldBeEmpty();
        var kept = await scene.Site.UseAsync<IGrantReader, IReadOnlySet<Guid>>(
            reader => reader.HeldAsync("machine", [home.Machine], "/hq/da/a1/", [GrantReason.Installation], default));
        kept.ShouldBe([home.Machine]);
    }

    [Theory, DatabaseData]
    public async Task The_pages_of_the_order_and_the_visit_are_whole(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var home = await scene.HouseholdAsync(scene.Aqua);
        var (order, visit) = await scene.BookedAsync(home);
        await scene.ArriveAsync(visit);
        await scene.Site.DoAsync(new StartWork(visit, scene.Now), scene.FieldA);
        var number = (await scene.OrderRowAsync(order)).Number;

        var page = (await scene.Site.AskAsync(new GetOrder(number), scene.Dispatcher)).Value;
        page.Head.OutletName.ShouldBe("甲一网点");
        page.Head.TechnicianName.ShouldBe("李强");
        page.Contact!.Name.ShouldBe("张丽");
        page.Contact.IsClear.ShouldBeFalse();
        page.Visits.ShouldHaveSingleItem().Steps.Count.ShouldBe(8);
        page.Clocks.Count.ShouldBe(3);
        page.Actions.Single(action => action.Action == OrderAction.Refuse).Why!.Code.ShouldBe("orders.order-is-in-progress");
        page.Timeline.ShouldAllBe(entry => !entry.Text.StartsWith("orders.", StringComparison.Ordinal) && !entry.Text.Contains('@'));

        var own = (await scene.Site.AskAsync(new GetMyVisit((await scene.VisitRowAsync(visit)).Number), scene.FieldA)).Value;
        own.Contact!.IsClear.ShouldBeTrue("the outlet holds the job");
        own.NextStep.ShouldNotBeNull();
        own.Blocked.Keys.ShouldContain("mount");
        (await scene.Site.AskAsync(new MyDay(), scene.FieldA)).Value.Visits.ShouldHaveSingleItem().StepsTotal.ShouldBe(8);
        (await scene.Site.AskAsync(new MyDay(), scene.FieldB)).Value.Visits.ShouldBeEmpty();
    }
}
