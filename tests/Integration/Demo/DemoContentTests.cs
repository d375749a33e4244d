using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Data.Outbox;
using ServicePlatform.Demo.Acting;
using ServicePlatform.Demo.Planning;
using ServicePlatform.Devices.Machines;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Recipes;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Network.Portals;
using ServicePlatform.Network.Technicians;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders;
using ServicePlatform.WorkOrders.Requests;
using ServicePlatform.WorkOrders.Visits;

namespace ServicePlatform.IntegrationTests.Demo;

/// <summary>What the demo holds.</summary>
[Collection(DemoSites.Collection)]
public sealed class DemoContentTests(DemoSites sites)
{
    [Fact]
    public async Task The_large_site_is_as_large_as_promised()
    {
        var site = await sites.OfAsync(DemoSites.Large);

        (await site.ReadAsync(db => db.Set<Customer>().CountAsync())).ShouldBe(60);
        (await site.ReadAsync(db => db.Set<Machine>().CountAsync())).ShouldBe(80);
        (await site.ReadAsync(db => db.Set<Order>().CountAsync())).ShouldBe(100);
        (await site.ReadAsync(db => db.Set<Technician>().CountAsync(technician => technician.UserId != null))).ShouldBe(18);
        (await site.ReadAsync(db => db.Set<DealerPortal>().CountAsync())).ShouldBe(2);
        var nodes = await site.ReadAsync(db => db.Set<Organisation>().AsNoTracking().ToListAsync());
        var dealers = nodes.Where(node => node.Ownership == OrganisationOwnership.Dealer && nodes.Single(parent => parent.Id == node.ParentId).Ownership != OrganisationOwnership.Dealer).ToList();
        dealers.Count.ShouldBe(4);
        dealers.ShouldAllBe(dealer => nodes.Count(node => node.ParentId == dealer.Id) >= 2 && nodes.Count(node => node.ParentId == dealer.Id) <= 4);
        nodes.ShouldContain(node => node.Ownership == OrganisationOwnership.ThirdParty);
    }

    [Fact]
    public async Task Every_state_is_there_to_be_seen()
    {
        var site = await sites.OfAsync(DemoSites.Large);

        var requests = await site.ReadAsync(db => db.Set<Request>().Select(request => request.State).Distinct().ToListAsync());
        var orders = await site.ReadAsync(db => db.Set<Order>().Select(order => order.State).Distinct().ToListAsync());
        var visits = await site.ReadAsync(db => db.Set<Visit>().Select(visit => visit.State).Distinct().ToListAsync());
        var pauses = await site.ReadAsync(db => db.Set<Order>().Where(order => order.PausedFor != null).Select(order => order.PausedFor).Distinct().ToListAsync());

        requests.ShouldBe(Enum.GetValues<RequestState>(), ignoreOrder: true);
        orders.ShouldBe(Enum.GetValues<OrderState>().Except([OrderState.Draft]), ignoreOrder: true);
        visits.ShouldBe(Enum.GetValues<VisitState>(), ignoreOrder: true);
        pauses.ShouldBe([PauseReason.AwaitingPart, PauseReason.CustomerAsked, PauseReason.NobodyHome], ignoreOrder: true);
    }

    [Fact]
    public async Task There_is_something_to_do_today()
    {
        var site = await sites.OfAsync(DemoSites.Large);
        var now = sites.SetUpAt;

        (await site.ReadAsync(db => db.Set<Order>().CountAsync(order => order.EndedAt == null))).ShouldBe(35);
        (await site.ReadAsync(db => db.Set<Request>().CountAsync(request => request.State == RequestState.New && request.CreatedAt > now.AddHours(-1)))).ShouldBeGreaterThanOrEqualTo(3);
        var planned = await site.ReadAsync(db => db.Set<Visit>()
            .Where(visit => visit.PlannedFrom > now.AddHours(-12) && visit.PlannedFrom < now.AddDays(2))
            .Select(visit => new { visit.TechnicianId, visit.PlannedFrom }).ToListAsync());
        planned.Where(visit => visit.TechnicianId is not null).GroupBy(visit => (visit.TechnicianId, visit.PlannedFrom.AddHours(8).Date)).Max(day => day.Count()).ShouldBeGreaterThanOrEqualTo(5);
        planned.ShouldContain(visit => visit.PlannedFrom > now.AddHours(15));
    }

    [Fact]
    public async Task It_can_be_played_at_any_time_of_day()
    {
        var site = await sites.OfAsync(DemoSites.Large);
        var input = new HistoryInput("demo-history", "aqua", 0, 60, 5, 80, 100, 35, 5, 2611);
        for (var now = sites.SetUpAt.Date; now < sites.SetUpAt.Date.AddDays(1); now = now.AddMinutes(25))
        {
            var last = await site.UseAsync<HistoryWriter, DateTime>(async writer => (await writer.WriteAsync(input, now, TestContext.Current.CancellationToken)).LastAt);
            last.ShouldBeLessThanOrEqualTo(now);
        }
    }

    [Theory, DatabaseData]
    public async Task Customers_can_be_called_and_are_served(string database)
    {
        var site = await sites.OfAsync(database);
        var customers = await site.ReadAsync(db => db.Set<Customer>().Include(customer => customer.Phones).Include(customer => customer.Addresses).AsNoTracking().ToListAsync());
        var machines = await site.ReadAsync(db => db.Set<Machine>().AsNoTracking().ToListAsync());

        customers.ShouldAllBe(customer => customer.Phones.Count > 0 && customer.Addresses.Count > 0);
        machines.Select(machine => machine.CustomerId).Distinct().ShouldBe(customers.Select(customer => customer.Id), ignoreOrder: true);
        foreach (var customer in customers)
        {
            var outlets = await site.UseAsync<IServiceAreas, IReadOnlyList<OutletCandidate>>(areas =>
                areas.FindOutletsAsync(customer.PrincipalId, "water-purifier", customer.Addresses[0].DivisionCode, TestContext.Current.CancellationToken));
            outlets.ShouldNotBeEmpty(customer.Name);
        }
    }

    [Theory, DatabaseData]
    public async Task Nothing_is_left_undelivered(string database)
    {
        var site = await sites.OfAsync(database);

        // Messages go to the development inbox, which takes none where the host does not run in Development.
        var open = await site.ReadAsync(db => db.Set<OutboxDelivery>().Where(delivery => delivery.State != DeliveryState.Delivered).Select(delivery => delivery.LastError).ToListAsync());
        open.Where(error => error?.Contains("messaging.development-only", StringComparison.Ordinal) != true).ShouldBeEmpty();
    }

    [Theory, DatabaseData]
    public async Task The_recipe_can_be_run_again_and_changes_nothing(string database)
    {
        var site = await sites.OfAsync(database);
        var before = await CountsAsync(site);

        var again = await site.Platform.Services.GetRequiredService<RecipeRunner>().RunAsync(site.Id, DemoSites.RecipeOf(database), TestContext.Current.CancellationToken);

        again.Succeeded.ShouldBeTrue(again.Failure?.ToString());
        (await CountsAsync(site)).ShouldBe(before);
    }

    private static Task<string> CountsAsync(TestSite site) => site.ReadAsync(async db => string.Join(' ',
        await db.Set<Customer>().CountAsync(), await db.Set<Machine>().CountAsync(), await db.Set<Request>().CountAsync(), await db.Set<Order>().CountAsync(),
        await db.Set<Visit>().CountAsync(), await db.Set<Organisation>().SumAsync(node => node.Version), await db.Set<Technician>().CountAsync(), await db.Set<OutboxEvent>().CountAsync()));
}
