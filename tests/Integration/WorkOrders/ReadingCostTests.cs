using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Network.Contracts;
using ServicePlatform.WorkOrders.Orders.Queries;
using ServicePlatform.WorkOrders.Visits.Queries;

namespace ServicePlatform.IntegrationTests.WorkOrders;

/// <summary>How often and by which index the database is asked where much is counted.</summary>
public sealed class ReadingCostTests(TestPlatform platform)
{
    [Fact]
    public async Task The_work_of_a_technician_is_counted_by_its_index()
    {
        var scene = await OrderScene.MakeAsync(platform, "Sqlite");
        using var log = new SqlLog();

        await log.RunAsync(async () =>
        {
            await scene.Site.UseAsync<IOpenWork, int>(work => work.OfTechnicianAsync(scene.TechnicianA, default));
            (await scene.Site.AskAsync(new MyDay(), scene.FieldA)).Succeeded.ShouldBeTrue();
        });

        var plans = await log.PlansAsync(scene.Site, "\"TechnicianId\" = @");
        plans.RemoveAll(plan => plan.Contains("WorkOrders_Visits", StringComparison.Ordinal));
        plans.Count.ShouldBe(2, string.Join("\n", log.Sent.Select(sent => sent.Sql)));
        plans.ShouldAllBe(plan => plan.Contains("IX_WorkOrders_Orders_TechnicianId_State"));
    }

    [Theory, DatabaseData]
    public async Task The_technicians_of_all_outlets_that_could_take_an_order_are_read_at_once(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var order = await scene.OrderAsync(await scene.HouseholdAsync(scene.Aqua));
        using var log = new SqlLog();
        IReadOnlyList<OutletChoice> choices = [];

        await log.RunAsync(async () => choices = (await scene.Site.AskAsync(new OutletChoices(order), scene.Dispatcher)).Value);

        choices.Count.ShouldBeGreaterThan(1);
        choices.ShouldAllBe(choice => choice.Technicians == 1);
        log.Sent.Count(sent => sent.Sql.Contains("Network_Technicians", StringComparison.Ordinal)).ShouldBe(1);
    }
}
