using Microsoft.EntityFrameworkCore;
using ServicePlatform.Crm.Compounds;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Devices.Filters;
using ServicePlatform.Devices.Machines;
using ServicePlatform.IntegrationTests.Fixture;

namespace ServicePlatform.IntegrationTests.Devices;

/// <summary>Due dates follow the facts of other modules that they rest on.</summary>
[Trait("capability", "B03")]
public sealed class FollowTests(TestPlatform platform)
{
    private static readonly DateOnly Installed = new(2026, 1, 5);
    private const string Compounds = """
        { "steps": [ { "name": "compounds", "compounds": [
          { "code": "soft", "name": "茶马嘉园", "division": "110105", "street": "茶马街", "latitude": 40.0045, "longitude": 116.4715 },
          { "code": "hard", "name": "硬水家园", "division": "110105", "street": "硬水路", "readings": [ { "source": "Municipal", "daysAgo": 9, "hardness": 500 } ] } ] } ] }
        """;

    [Theory, DatabaseData]
    public async Task New_figures_of_the_water_move_due_dates(string database)
    {
        var site = await SetUpAsync(database);
        var (inside, near) = (await MachineAsync(site, "茶马嘉园", "F-1000"), await MachineAsync(site, "河畔新村", "F-2000", new(40.0085, 116.4715, Geography.Datum.Gcj02)));
        var elsewhere = await MachineAsync(site, "远郊花园", "F-3000");
        (await MembraneAsync(site, inside)).WaterFactor.ShouldBe(1.0);

        var compound = await site.Site.ReadAsync(db => db.Set<Compound>().Where(row => row.Code == "soft").Select(row => row.Id).SingleAsync());
        await site.Site.DoAsync(new RecordReading(compound, Installed, WaterSource.Measured, null, 800, null));
        await site.Site.DeliverAsync();

        foreach (var machine in new[] { inside, near })
        {
            var membrane = await MembraneAsync(site, machine);
            (membrane.WaterFactor, membrane.DueOn).ShouldBe((0.55, Installed.AddDays(206)));
            membrane.WaterIsMeasured.ShouldBeTrue();
        }

        (await MembraneAsync(site, elsewhere)).WaterFactor.ShouldBe(1.0);
    }

    [Theory, DatabaseData]
    public async Task A_customer_who_lives_elsewhere_has_other_water(string database)
    {
        var site = await SetUpAsync(database);
        var machine = await MachineAsync(site, "茶马嘉园", "G-1000");

        await ChangeAsync(site, machine, customer => customer with { Addresses = [customer.Addresses[0] with { CompoundName = "硬水家园" }] });

        (await MembraneAsync(site, machine)).WaterFactor.ShouldBe(0.55);
    }

    [Theory, DatabaseData]
    public async Task A_larger_household_drinks_more(string database)
    {
        var site = await SetUpAsync(database);
        var machine = await MachineAsync(site, "茶马嘉园", "H-1000", size: 3);
        (await MembraneAsync(site, machine)).DueOn.ShouldBe(Installed.AddDays(375));

        await ChangeAsync(site, machine, customer => customer with { HouseholdSize = 6 });

        // 3,000 litres at 16 a day.
        var membrane = await MembraneAsync(site, machine);
        (membrane.LitresPerDay, membrane.DueOn).ShouldBe((16, Installed.AddDays(187)));
        (await site.MachineAsync(machine)).FiltersDueOn.ShouldBe(Installed.AddDays(112));
        (await site.Site.AskAsync(new GetMachine(machine))).Value.Pace.ShouldBe(new Pace(16, 6, IsSet: false));
    }

    [Theory, DatabaseData]
    public async Task The_size_of_the_household_counts_from_the_first_day_and_yields_to_the_machines_own_figure(string database)
    {
        var site = await SetUpAsync(database);

        (await MembraneAsync(site, await MachineAsync(site, "茶马嘉园", "J-1000", size: 6))).LitresPerDay.ShouldBe(16);
        (await MembraneAsync(site, await MachineAsync(site, "茶马嘉园", "J-2000"))).LitresPerDay.ShouldBe(8);
        (await MembraneAsync(site, await MachineAsync(site, "茶马嘉园", "J-3000", size: 6, litres: 20))).LitresPerDay.ShouldBe(20);
    }

    [Theory, DatabaseData]
    public async Task The_page_says_how_much_is_drunk_and_why(string database)
    {
        var site = await SetUpAsync(database);
        var machine = await MachineAsync(site, "茶马嘉园", "K-2000", size: 6);
        var browser = await site.Site.SignInAsync(ServicePlatform.Security.StandardRoles.ServiceManager);

        var page = await browser.PageAsync($"app/machines/{machine}");

        page.Body!.TextContent.ShouldContain("每天 16 升，6 口人，按三口之家 8 升折算");
    }

    private async Task<DeviceSite> SetUpAsync(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);
        await site.Site.RunRecipeAsync(Compounds);
        return site;
    }

    private static async Task<Guid> MachineAsync(DeviceSite site, string compound, string serial, Geography.GeoPoint? position = null, int? size = null, double? litres = null)
    {
        var customer = await site.Site.DoAsync(new SaveCustomer(
            null, await site.PrincipalAsync("p1"), CustomerKind.Person, "解春兰", Gender.Female, [new PhoneInput("13800001234")],
            [new AddressInput(null, "110105", compound, "广顺北大街6号", "3-101", position)], HouseholdSize: size));
        var address = await site.Site.UseAsync<ICustomerReader, Guid>(async reader => (await reader.AddressesOfAsync([customer], default)).Single().Id);
        return await site.Site.DoAsync((await site.NewMachineAsync(serial, installedOn: Installed, customerId: customer)) with { AddressId = address, LitresPerDay = litres });
    }

    private static async Task ChangeAsync(DeviceSite site, Guid machine, Func<SaveCustomer, SaveCustomer> change)
    {
        var customer = (await site.MachineAsync(machine)).CustomerId;
        var stands = await site.Site.UseAsync<ICustomerReader, SaveCustomer>(async reader => (await reader.AsTheyStandAsync([customer], default))[customer]);
        await site.Site.DoAsync(change(stands));
        await site.Site.DeliverAsync();
    }

    private static async Task<InstalledFilter> MembraneAsync(DeviceSite site, Guid machine) => (await site.ChainAsync(machine, 2)).Single();
}
