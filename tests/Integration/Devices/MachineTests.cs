using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Machines;
using ServicePlatform.Devices.Models;
using ServicePlatform.IntegrationTests.Fixture;

namespace ServicePlatform.IntegrationTests.Devices;

public sealed class MachineTests(TestPlatform platform)
{
    [Theory, DatabaseData]
    public async Task A_serial_is_one_machine_of_its_principal_however_it_is_written(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);
        await site.Site.DoAsync(await site.NewMachineAsync("AQ-600-1"));

        var again = await site.Site.SendAsync(await site.NewMachineAsync(" sn: aq-600-1"));
        var elsewhere = await site.Site.SendAsync(await site.NewMachineAsync("AQ-600-1", "p2"));

        again.Failure!.Fields.Single().Code.ShouldBe("devices.serial-taken");
        elsewhere.Succeeded.ShouldBeTrue();
    }

    [Theory, DatabaseData]
    public async Task Two_registrations_of_a_serial_at_once_leave_one_machine(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);
        var commands = await Task.WhenAll(Enumerable.Range(0, 8).Select(async turn => await site.NewMachineAsync("RACE-1", customerId: null)));

        var results = await Task.WhenAll(commands.Select(command => site.Site.SendAsync(command)));

        results.Count(result => result.Succeeded).ShouldBe(1);
        results.Where(result => !result.Succeeded).ShouldAllBe(result => result.Failure!.Kind == FailureKind.Invalid || result.Failure.Kind == FailureKind.Conflict);
    }

    [Theory, DatabaseData]
    [Trait("capability", "A016")]
    public async Task An_orphan_needs_neither_model_nor_sale_nor_serial(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);
        var command = await site.NewMachineAsync() with { ModelCode = null, CategoryCode = "water-purifier", SoldOn = null, Maker = "老牌子" };

        var id = await site.Site.DoAsync(command);

        (await site.MachineAsync(id)).IsOrphan.ShouldBeTrue();
        var list = await site.Site.AskAsync(new ListMachines(MachineView.Orphans, null, null, null, new PageRequest()));
        list.Value.Page.Items.Single().Machine.Id.ShouldBe(id);
    }

    [Theory, DatabaseData]
    public async Task Only_the_seller_and_those_above_him_see_a_machine(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);
        var id = await site.Site.DoAsync(await site.NewMachineAsync("S-1000", seller: DeviceSite.Dealer + "outlet-1/"));

        async Task<bool> Sees(string path, params Guid[] principals) =>
            (await site.Site.AskAsync(new GetMachine(id), Actors.Staff(path, principals))).Succeeded;

        (await Sees("/hq/")).ShouldBeTrue();
        (await Sees(DeviceSite.Dealer)).ShouldBeTrue();
        (await Sees(DeviceSite.OtherDealer)).ShouldBeFalse();
        (await Sees("/hq/", await site.PrincipalAsync("p2"))).ShouldBeFalse();
        (await Sees("/hq/", await site.PrincipalAsync("p1"))).ShouldBeTrue();
    }

    [Theory, DatabaseData]
    public async Task A_customer_sees_his_own_machines_and_no_others(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);
        var mine = await site.CustomerAsync();
        var other = await site.CustomerAsync("李强", "13900001234");
        var id = await site.Site.DoAsync(await site.NewMachineAsync("MINE-1", customerId: mine));
        await site.Site.DoAsync(await site.NewMachineAsync("HIS-1", customerId: other));

        var own = await site.Site.UseAsync<IMachineReader, IReadOnlyList<MachineSummary>>(reader => reader.OwnAsync(default), Actors.Customer(mine));

        own.Select(machine => machine.Id).ShouldBe([id]);
    }

    [Theory, DatabaseData]
    public async Task A_machine_is_found_by_the_end_of_its_serial_and_by_its_model(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);
        var id = await site.Site.DoAsync(await site.NewMachineAsync("QQR400-24050017"));

        foreach (var text in new[] { "0017", "sn:QQR400-24050017", "R400" })
        {
            var found = await site.Site.AskAsync(new ListMachines(MachineView.All, text, null, null, new PageRequest()));
            found.Value.Page.Items.Select(row => row.Machine.Id).ShouldBe([id], text);
        }
    }

    [Theory, DatabaseData]
    public async Task A_machine_goes_to_another_customer_with_its_history(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);
        var id = await site.Site.DoAsync(await site.NewMachineAsync("MOVE-1", installedOn: new DateOnly(2026, 1, 5)));
        var buyer = await site.CustomerAsync("李强", "13900001234");
        var foreign = await site.CustomerAsync("王芳", "13700001234", "p2");
        var version = (await site.MachineAsync(id)).Version;

        (await site.Site.SendAsync(new TransferMachine(id, foreign, null, version))).Failure!.Fields.Single().Code.ShouldBe("devices.customer-of-other-principal");
        (await site.Site.SendAsync(new TransferMachine(id, buyer, null, version + 7))).Failure!.Code.ShouldBe("kernel.stale");
        await site.Site.DoAsync(new TransferMachine(id, buyer, null, version));

        (await site.MachineAsync(id)).CustomerId.ShouldBe(buyer);
        (await site.ChainAsync(id, 1)).Count.ShouldBe(1);
    }

    [Theory, DatabaseData]
    public async Task Recipes_may_run_twice(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);

        await site.RunAgainAsync();

        (await site.Site.ReadAsync(db => db.Set<Model>().CountAsync())).ShouldBe(3);
        (await site.Site.ReadAsync(db => db.Set<ModelFilter>().CountAsync())).ShouldBe(3);
    }
}
