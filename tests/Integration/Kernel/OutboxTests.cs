using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Data.Outbox;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.SampleModule.Notes;

namespace ServicePlatform.IntegrationTests.Kernel;

public sealed class OutboxTests(TestPlatform platform)
{
    /// <summary>A delivery that is due waits for the host's next round besides.</summary>
    [Theory, DatabaseData]
    [Trait("goal", "G15")]
    public async Task What_fails_is_parked_within_a_minute_though_each_attempt_waits_for_a_round(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        await using (var scope = platform.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<SiteDirectory>().SwitchAsync(site.Id, ["SampleModule.Poison"], [], TestContext.Current.CancellationToken);
        }

        var interval = new PlatformOptions().DeliveryInterval;
        await site.DoAsync(new WriteNote(Guid.Empty, "/hq/", "poison"));
        await site.DeliverAsync();
        for (var waited = TimeSpan.Zero; waited < TimeSpan.FromSeconds(60) - interval; waited += interval)
        {
            platform.Clock.Advance(interval);
            await site.DeliverAsync();
        }

        (await site.ReadAsync(db => db.Set<OutboxDelivery>().CountAsync(delivery => delivery.State == DeliveryState.Parked))).ShouldBe(1);
    }

    [Theory, DatabaseData]
    public async Task One_event_that_cannot_be_delivered_is_parked_with_its_cause_and_the_others_arrive(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        await using (var scope = platform.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<SiteDirectory>().SwitchAsync(site.Id, ["SampleModule.Poison"], [], TestContext.Current.CancellationToken);
        }

        for (var index = 0; index < 20; index++)
        {
            await site.DoAsync(new WriteNote(Guid.Empty, "/hq/", index == 7 ? "poison" : $"note {index}"));
        }

        for (var attempt = 0; attempt < 8; attempt++)
        {
            await site.DeliverAsync();
            platform.Clock.Advance(TimeSpan.FromSeconds(30));
        }

        var deliveries = await site.ReadAsync(db => db.Set<OutboxDelivery>().ToListAsync());
        var parked = deliveries.Where(delivery => delivery.State == DeliveryState.Parked).ShouldHaveSingleItem();
        parked.LastError!.ShouldContain("cannot be swallowed");
        parked.Listener.ShouldEndWith("ChokeOnNote");
        deliveries.Count(delivery => delivery.State == DeliveryState.Delivered).ShouldBe(39);
        (await site.ReadAsync(db => db.Set<NoteEcho>().CountAsync())).ShouldBe(20);
    }
}
