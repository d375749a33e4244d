using Microsoft.EntityFrameworkCore;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Messaging.Sending;
using ServicePlatform.Network.Technicians;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.IntegrationTests.WorkOrders;

/// <summary>What customers are told when a job turns.</summary>
public sealed class ToldTests(TestPlatform platform)
{
    [Theory, DatabaseData]
    public async Task A_cancelled_job_is_told_with_its_reason(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var (order, _) = await scene.BookedAsync(await scene.HouseholdAsync(scene.Aqua));

        await scene.Site.DoAsync(new CancelOrder(order, "机器已退货", await scene.VersionAsync(order)), scene.Reviewer);

        (await TextAsync(scene, "order-cancelled")).ShouldContain("机器已退货");
    }

    [Theory, DatabaseData]
    public async Task A_job_that_is_declared_unfixable_before_its_visit_is_told(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var (order, _) = await scene.BookedAsync(await scene.HouseholdAsync(scene.Aqua));

        await scene.Site.DoAsync(new DeclareUnfixable(order, "主板已停产", await scene.VersionAsync(order)), scene.Reviewer);

        (await TextAsync(scene, "order-cancelled")).ShouldContain("主板已停产");
    }

    [Theory, DatabaseData]
    public async Task A_request_settled_by_phone_is_told_with_its_solution(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var home = await scene.HouseholdAsync(scene.Aqua);
        var request = await scene.Site.DoAsync(new RecordRequest(home.Customer, home.Machine, null, Channels.Phone, JobTypes.Repair, "不出水"), scene.Agent);

        await scene.Site.DoAsync(new SolveRequestRemotely(request, "打开进水阀", await scene.RequestVersionAsync(request)), scene.Agent);

        (await TextAsync(scene, "request-solved-remotely")).ShouldContain("打开进水阀");
    }

    [Theory, DatabaseData]
    public async Task Who_comes_is_told_once_and_again_when_it_is_somebody_else(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var (order, _) = await scene.BookedAsync(await scene.HouseholdAsync(scene.Aqua));
        (await TextAsync(scene, "order-assigned")).ShouldContain("甲一网点的技师李强");

        await scene.Site.DoAsync(new AssignTechnician(order, scene.TechnicianA, await scene.VersionAsync(order)), scene.DeskA);
        await scene.Site.DeliverAsync();
        (await MessagesAsync(scene, "order-assigned")).Count.ShouldBe(1);

        var other = await scene.Site.DoAsync(new SaveTechnician(null, "T-C", "周敏", "13900000003", scene.OutletA, ["water-purifier.install"], true, 0));
        await scene.Site.DoAsync(new AssignTechnician(order, other, await scene.VersionAsync(order)), scene.DeskA);
        await scene.Site.DeliverAsync();
        (await MessagesAsync(scene, "order-assigned")).ShouldContain(message => message.Text.Contains("周敏", StringComparison.Ordinal));
    }

    [Theory, DatabaseData]
    public async Task An_arrival_is_told(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var (_, visit) = await scene.BookedAsync(await scene.HouseholdAsync(scene.Aqua));
        await scene.ArriveAsync(visit);
        (await TextAsync(scene, "technician-arrived")).ShouldContain("李强");
    }

    private static async Task<string> TextAsync(OrderScene scene, string template)
    {
        await scene.Site.DeliverAsync();
        var message = (await MessagesAsync(scene, template)).ShouldHaveSingleItem();
        message.State.ShouldNotBe(MessageState.Blocked);
        return message.Text;
    }

    private static Task<List<Message>> MessagesAsync(OrderScene scene, string template) =>
        scene.Site.ReadAsync(db => db.Set<Message>().Where(message => message.TemplateCode == template).ToListAsync());
}
