using System.Net;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Devices.Filters;
using ServicePlatform.Devices.Machines;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Security;

namespace ServicePlatform.IntegrationTests.Devices;

/// <summary>Where those begin who have no orders.</summary>
public sealed class RoleHomeTests(TestPlatform platform)
{
    [Theory]
    [InlineData(StandardRoles.Warehouse, "app/filter-demand")]
    [InlineData(StandardRoles.Trainer, "app/technicians")]
    public async Task Nobody_lands_on_an_empty_menu(string role, string home)
    {
        var devices = await DeviceSite.CreateAsync(platform, "Sqlite");
        var browser = await devices.Site.SignInAsync(role);

        var landed = await browser.GetAsync("app");

        landed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        landed.Headers.Location!.ToString().ShouldEndWith(home);
        var page = await browser.PageAsync(home);
        page.QuerySelectorAll(".rail-body a").ShouldContain(link => link.GetAttribute("href")!.EndsWith(home, StringComparison.Ordinal));
    }

    [Theory, DatabaseData]
    public async Task Filters_are_counted_by_region_and_part_within_the_readers_network(string database)
    {
        var devices = await DeviceSite.CreateAsync(platform, database);
        var today = DateOnly.FromDateTime(platform.Clock.GetUtcNow().UtcDateTime.AddHours(8));
        foreach (var (serial, path, on) in new[] { ("DM-1001", DeviceSite.Dealer, today.AddDays(-200)), ("DM-1002", DeviceSite.Dealer + "a1/", today.AddDays(-160)), ("DM-1003", DeviceSite.OtherDealer, today.AddDays(-100)) })
        {
            var id = await devices.Site.DoAsync(await devices.NewMachineAsync(serial, installedOn: on));
            await devices.Site.ReadAsync(db => db.Set<Machine>().Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.InstalledByPath, path)));
        }

        var all = (await devices.Site.AskAsync(new FilterDemand(), Actors.Staff("/hq/"))).Value.Where(row => row.PartCode == "PP10").ToList();
        var own = (await devices.Site.AskAsync(new FilterDemand(), Actors.Staff(DeviceSite.Dealer))).Value.Where(row => row.PartCode == "PP10").ToList();

        all.Sum(row => row.Overdue + row.Month + row.Quarter).ShouldBe(3);
        (own.Sum(row => row.Overdue), own.Sum(row => row.Month), own.Sum(row => row.Quarter)).ShouldBe((1, 1, 0));
    }
}
