using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Data;
using ServicePlatform.Data.Sites;
using ServicePlatform.Devices.Machines;
using ServicePlatform.IntegrationTests.Devices;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Security;

namespace ServicePlatform.IntegrationTests.Kernel;

/// <summary>Lists of customers and machines for those who see them through grants.</summary>
[Trait("capability", "A017")]
public sealed class GrantedListTests(TestPlatform platform)
{
    private static readonly string[] Paths = [DeviceSite.Dealer, DeviceSite.Dealer + "a1/", DeviceSite.Dealer + "a2/", DeviceSite.OtherDealer];

    [Theory, DatabaseData]
    public async Task Pages_of_what_is_seen_through_grants_are_whole_and_in_order(string database)
    {
        var devices = await DeviceSite.CreateAsync(platform, database);
        var ids = new List<Guid>();
        for (var index = 0; index < 23; index++)
        {
            ids.Add(await devices.CustomerAsync("客户" + index, $"1380000{index:0000}"));
        }

        // Several grants for the same customer, at several places of one subtree; every fifth has ended, one of them of two.
        for (var index = 0; index < ids.Count; index++)
        {
            await GrantAsync(devices.Site, ids[index], Paths[index % Paths.Length], ids[index]);
            await GrantAsync(devices.Site, ids[index], Paths[(index + 1) % Paths.Length], Guid.NewGuid());
            if (index % 5 == 0)
            {
                await EndAsync(devices.Site, ids[index]);
            }
        }

        foreach (var path in Paths)
        {
            var actor = Actors.Staff(path);
            var expected = await devices.Site.ReadAsync(
                db => db.Set<Customer>().OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).Select(row => row.Id).ToListAsync(), actor);
            expected.Count.ShouldBeInRange(4, 22);
            (await ForwardsAsync(devices.Site, actor)).ShouldBe(expected, path);
            (await BackwardsAsync(devices.Site, actor)).ShouldBe(expected, path);
        }
    }

    [Theory, DatabaseData]
    public async Task Machines_that_are_seen_through_grants_are_listed_and_counted(string database)
    {
        var devices = await DeviceSite.CreateAsync(platform, database);
        var mine = await devices.Site.DoAsync(await devices.NewMachineAsync("GR-1001", seller: DeviceSite.Dealer, installedOn: new DateOnly(2025, 12, 1)));
        await devices.Site.DoAsync(await devices.NewMachineAsync("GR-1002", seller: DeviceSite.OtherDealer, installedOn: new DateOnly(2025, 12, 1)));

        foreach (var view in new[] { MachineView.All, MachineView.FiltersDue })
        {
            var list = (await devices.Site.AskAsync(new ListMachines(view, null, null, null, new PageRequest()), Actors.Staff(DeviceSite.Dealer))).Value;
            list.Page.Items.ShouldHaveSingleItem().Machine.Id.ShouldBe(mine);
            list.Due.ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_page_is_read_in_the_order_of_its_index()
    {
        var devices = await DeviceSite.CreateAsync(platform, "Sqlite");
        await devices.Site.DoAsync(await devices.NewMachineAsync("GR-1001", seller: DeviceSite.Dealer));
        using var log = new SqlLog();

        await log.RunAsync(async () =>
        {
            await devices.Site.AskAsync(new ListCustomers(null, CustomerKind.Person, null, null, null, new PageRequest()), Actors.Staff(DeviceSite.Dealer));
            await devices.Site.AskAsync(new ListMachines(MachineView.All, null, null, null, new PageRequest()), Actors.Staff(DeviceSite.Dealer));
        });

        var plans = (await log.PlansAsync(devices.Site, "GROUP BY")).ToList();
        plans.Count.ShouldBe(2);
        foreach (var plan in plans)
        {
            plan.ShouldContain("sqlite_autoindex_Kernel_AccessGrantPaths_1 (OrganisationPath=? AND SubjectKind=?)");
            plan.ShouldNotContain("SCAN");
            plan.ShouldNotContain("TEMP B-TREE");
        }

        foreach (var plan in await log.PlansAsync(devices.Site, "ORDER BY"))
        {
            plan.ShouldNotContain("SCAN Crm_Customers");
            plan.ShouldNotContain("SCAN Devices_Machines");
        }
    }

    private static Task GrantAsync(TestSite site, Guid customer, string path, Guid cause) => site.UseAsync<IServiceProvider, int>(async services =>
    {
        await services.GetRequiredService<IAccessGrants>().GrantAsync(new Subject(Customer.SubjectKind, customer), path, GrantReason.OpenJob, cause, default);
        return await services.GetRequiredService<SiteDbContext>().SaveChangesAsync();
    });

    private static Task EndAsync(TestSite site, Guid cause) => site.UseAsync<IServiceProvider, int>(async services =>
    {
        await services.GetRequiredService<IAccessGrants>().EndAsync(GrantReason.OpenJob, cause, null, default);
        return await services.GetRequiredService<SiteDbContext>().SaveChangesAsync();
    });

    private static async Task<List<Guid>> ForwardsAsync(TestSite site, Actor actor)
    {
        var seen = new List<Guid>();
        Page<CustomerRow>? page = null;
        do
        {
            page = await PageAsync(site, actor, new PageRequest(page?.Next, Size: 3));
            seen.AddRange(page.Items.Select(row => row.Id));
        }
        while (page.Next is not null);
        return seen;
    }

    private static async Task<List<Guid>> BackwardsAsync(TestSite site, Actor actor)
    {
        var page = await PageAsync(site, actor, new PageRequest(Size: 3));
        while (page.Next is not null)
        {
            page = await PageAsync(site, actor, new PageRequest(page.Next, Size: 3));
        }

        var seen = page.Items.Select(row => row.Id).ToList();
        while (page.Previous is not null)
        {
            page = await PageAsync(site, actor, new PageRequest(page.Previous, Backwards: true, Size: 3));
            seen.InsertRange(0, page.Items.Select(row => row.Id));
        }

        return seen;
    }

    private static async Task<Page<CustomerRow>> PageAsync(TestSite site, Actor actor, PageRequest request) =>
        (await site.AskAsync(new ListCustomers(null, null, null, null, null, request), actor)).Value.Rows;
}
