using ServicePlatform.Data;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Security;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders.Queries;

namespace ServicePlatform.IntegrationTests.WorkOrders;

public sealed class RefusedTests(TestPlatform platform)
{
    [Theory, DatabaseData]
    [Trait("capability", "A165")]
    public async Task The_dispatcher_sees_first_what_was_refused_with_reason_and_count(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var home = await scene.HouseholdAsync(scene.Aqua);
        var older = await scene.OrderAsync(home);
        var order = await scene.OrderAsync(home, JobTypes.Repair);
        await RefuseAsync(scene, order, scene.OutletA, scene.DeskA, RefusalReasons.NoCapacity);
        await RefuseAsync(scene, order, scene.OutletB, scene.DeskB, RefusalReasons.TooFar);

        (await ListAsync(scene, OrderTab.ToDispatch)).Select(row => row.Id).ShouldBe([order, older]);
        var refused = (await ListAsync(scene, OrderTab.Refused)).ShouldHaveSingleItem();
        refused.RefusalCount.ShouldBe(2);
        refused.LastRefusal.ShouldBe(new RefusalView("乙一网点", RefusalReasons.TooFar, "今天不行"));
        (await scene.Site.AskAsync(new OrderTabCounts(), scene.Dispatcher)).Value[OrderTab.Refused].ShouldBe(1);
    }

    [Theory, DatabaseData]
    public async Task Taken_by_another_it_is_refused_no_more(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var order = await scene.OrderAsync(await scene.HouseholdAsync(scene.Aqua));
        await RefuseAsync(scene, order, scene.OutletA, scene.DeskA, RefusalReasons.NoCapacity);
        await scene.Site.DoAsync(new AssignOutlet(order, scene.OutletB, await scene.VersionAsync(order)), scene.Dispatcher);

        (await ListAsync(scene, OrderTab.Refused)).ShouldBeEmpty();
        (await ListAsync(scene, OrderTab.All)).ShouldHaveSingleItem().LastRefusal.ShouldBeNull();
        var row = await scene.OrderRowAsync(order);
        row.PlaceAt.ShouldBe(row.DueAt);
    }

    [Theory, DatabaseData]
    public async Task What_the_outlet_waited_for_ends_with_its_refusal(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var order = await scene.OrderAsync(await scene.HouseholdAsync(scene.Aqua));
        await scene.Site.DoAsync(new AssignOutlet(order, scene.OutletA, await scene.VersionAsync(order)), scene.Dispatcher);
        await scene.Site.DoAsync(new AcceptOrder(order, await scene.VersionAsync(order)), scene.DeskA);
        await scene.Site.DoAsync(new PauseOrder(order, PauseReason.AwaitingPart, "缺膜", await scene.VersionAsync(order)), scene.DeskA);
        await scene.Site.DoAsync(new RefuseOrder(order, RefusalReasons.NoCapacity, null, await scene.VersionAsync(order)), scene.DeskA);

        var row = await scene.OrderRowAsync(order);
        (row.State, row.PausedFor).ShouldBe((OrderState.PendingDispatch, null));
    }

    private static async Task RefuseAsync(OrderScene scene, Guid order, Guid outlet, Actor desk, string reason)
    {
        await scene.Site.DoAsync(new AssignOutlet(order, outlet, await scene.VersionAsync(order)), scene.Dispatcher);
        await scene.Site.DoAsync(new RefuseOrder(order, reason, "今天不行", await scene.VersionAsync(order)), desk);
    }

    private static async Task<IReadOnlyList<OrderRow>> ListAsync(OrderScene scene, OrderTab tab) =>
        (await scene.Site.AskAsync(new OrderList(tab, new PageRequest()), scene.Dispatcher)).Value.Items;
}
