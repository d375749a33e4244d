using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Outbox;
using ServicePlatform.Data.Tasks;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.IntegrationTests.WorkOrders;
using ServicePlatform.Security;
using ServicePlatform.Tasks;
using ServicePlatform.WorkOrders.Orders;

namespace ServicePlatform.IntegrationTests.Operator;

/// <summary>The machine's clock is set back by an hour while the product works. A host of its own, since the clock is everybody's.</summary>
[Trait("goal", "G6")]
public sealed class ClockTests
{
    [Theory, DatabaseData]
    public async Task Nothing_is_lost_or_done_twice_when_the_clock_is_set_back(string database)
    {
        await using var platform = new TestPlatform();
        await platform.InitializeAsync();
        var scene = await OrderScene.MakeAsync(platform, database);
        var home = await scene.HouseholdAsync(scene.Aqua);
        var (first, _) = await scene.BookedAsync(home);
        var browser = await scene.Site.SignInAsync(StandardRoles.Administrator);
        await scene.Site.DeliverAsync();
        var delivered = await CountAsync(DeliveryState.Delivered);
        delivered.ShouldBeGreaterThan(0);

        // Put off by the clock as it was: a delivery that is to be tried again, and a task whose process has died.
        var before = scene.Now;
        await scene.Site.ReadAsync(db => db.Set<OutboxDelivery>().Where(row => row.State == DeliveryState.Delivered)
            .Take(1).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DeliveryState.Pending).SetProperty(row => row.NextAttemptAt, before.AddSeconds(5)), Stop));
        var left = Guid.CreateVersion7();
        await scene.Site.ReadAsync(db =>
        {
            db.Add(new LongTaskRow
            {
                Id = left, Kind = "test.gone", Subject = "", OpenKey = left.ToString("N"), Input = "", Culture = "zh-CN", CreatedAt = before, Phase = LongTaskPhase.Running, HeldUntil = before.AddMinutes(1), Node = "dead",
            });
            return db.SaveChangesAsync(Stop);
        });
        platform.Clock.Advance(TimeSpan.FromHours(-1));

        // Work goes on: new numbers, events delivered once, the session good.
        var second = await scene.OrderAsync(await scene.HouseholdAsync(scene.Aqua, "李强", "13900001234", street: "阜通西大街9号"));
        await scene.Site.DeliverAsync();
        (await scene.Site.ReadAsync(db => db.Set<OutboxDelivery>().Where(row => row.State == DeliveryState.Pending).Select(row => $"{row.Listener} {row.Attempts} {row.NextAttemptAt:O} {row.LastError}").ToListAsync(Stop)))
            .ShouldBeEmpty(scene.Now.ToString("O"));
        (await CountAsync(DeliveryState.Delivered)).ShouldBeGreaterThan(delivered);
        var numbers = await scene.Site.ReadAsync(db => db.Set<Order>().Select(order => order.Number).ToListAsync(Stop));
        numbers.Distinct().Count().ShouldBe(numbers.Count);
        numbers.Count.ShouldBe(2);
        second.ShouldNotBe(first);
        (await browser.GetAsync("app/orders")).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        (await scene.Site.TaskEndedAsync(left)).Phase.ShouldBe(LongTaskPhase.Failed, "nobody knows its kind, but somebody has taken it");

        Task<int> CountAsync(DeliveryState state) => scene.Site.ReadAsync(db => db.Set<OutboxDelivery>().CountAsync(row => row.State == state, Stop));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
