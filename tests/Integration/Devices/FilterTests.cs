using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Data.Timelines;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Filters;
using ServicePlatform.Devices.Machines;
using ServicePlatform.Devices.Models;
using ServicePlatform.IntegrationTests.Fixture;

namespace ServicePlatform.IntegrationTests.Devices;

[Trait("capability", "B03")]
public sealed class FilterTests(TestPlatform platform)
{
    private static readonly DateTime Installed = new(2026, 1, 5, 4, 0, 0, DateTimeKind.Utc);

    [Theory, DatabaseData]
    [Trait("capability", "B16")]
    public async Task An_installation_starts_the_filters_and_keeps_the_baseline(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);
        var id = await site.Site.DoAsync(await site.NewMachineAsync("I-1000"));
        var visit = Guid.NewGuid();
        var installation = new RecordInstallation(id, DeviceSite.Dealer, visit, Installed, [new(ReadingKind.TdsIn, 200), new(ReadingKind.TdsOut, 10), new(ReadingKind.InletPressure, 0.25)]);

        await site.Site.DoAsync(installation);
        await site.Site.DoAsync(installation);
        await site.Site.DoAsync(new RecordReadings(id, Guid.NewGuid(), Installed.AddDays(30), [new(ReadingKind.InletPressure, 0.2)]));

        var detail = (await site.Site.AskAsync(new GetMachine(id), Actors.Staff(DeviceSite.Dealer))).Value;
        detail.Machine.Status.ShouldBe(MachineStatus.InUse);
        detail.Filters.Select(filter => filter.Position).ShouldBe([1, 2]);
        detail.Filters[0].DueOn.ShouldBe(new DateOnly(2026, 1, 5).AddDays(180));
        detail.Machine.FiltersDueOn.ShouldBe(detail.Filters[0].DueOn);
        var pressure = detail.Readings.Single(row => row.Kind == ReadingKind.InletPressure);
        pressure.Baseline!.Value.ShouldBe(0.25);
        pressure.ChangePercent!.Value.ShouldBe(-20, 0.001);
        detail.Readings.Single(row => row.Kind == ReadingKind.TdsIn).Latest.ShouldBeNull();
    }

    [Theory, DatabaseData]
    [Trait("capability", "A164")]
    public async Task What_was_put_in_with_the_machine_follows_a_corrected_model_and_day(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);
        var id = await site.Site.DoAsync(await site.NewMachineAsync("K-1000", installedOn: new DateOnly(2026, 1, 5)));
        (await site.ChainAsync(id, 1))[0].PartCode.ShouldBe("PP10");

        await CorrectAsync(site, id, "S300", new DateOnly(2025, 6, 1));

        var only = (await site.Site.AskAsync(new GetMachine(id))).Value.Filters.Single();
        (only.Name, only.DueOn).ShouldBe(("超滤膜", new DateOnly(2025, 6, 1).AddDays(540)));
        (await site.ChainAsync(id, 2)).Single().CurrentPosition.ShouldBeNull();
        (await site.MachineAsync(id)).FiltersDueOn.ShouldBe(only.DueOn);

        await CorrectAsync(site, id, "R400", new DateOnly(2025, 6, 1));

        var both = (await site.Site.AskAsync(new GetMachine(id))).Value.Filters;
        both.Select(filter => filter.Name).ShouldBe(["PP棉", "反渗透膜"]);
        (await site.ChainAsync(id, 1)).Single().InstalledOn.ShouldBe(new DateOnly(2025, 6, 1));
    }

    [Theory, DatabaseData]
    [Trait("capability", "A164")]
    public async Task A_position_that_was_given_up_takes_no_filter_and_comes_back_with_the_right_day(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);
        var (first, right) = (new DateOnly(2026, 1, 5), new DateOnly(2025, 6, 1));
        var id = await site.Site.DoAsync(await site.NewMachineAsync("G-1000", installedOn: first));
        await CorrectAsync(site, id, "S300", first);

        var refused = (await site.Site.SendAsync(new RecordFilterChange(id, 2, null, new DateOnly(2026, 2, 1)))).Failure!;
        refused.Fields.Single().ShouldSatisfyAllConditions(field => field.Field.ShouldBe("Position"), field => field.Code.ShouldBe("devices.position-unknown"));
        (await site.Site.SendAsync(new ReplaceFilter(id, 2, null, Guid.NewGuid(), Installed.AddDays(9)))).Failure!.Fields.Single().Field.ShouldBe("Position");
        (await site.ChainAsync(id, 2)).Count.ShouldBe(1);

        await CorrectAsync(site, id, "S300", right);
        await CorrectAsync(site, id, "R400", right);

        var membrane = (await site.ChainAsync(id, 2)).Single();
        (membrane.CurrentPosition, membrane.InstalledOn, membrane.RemovedAt).ShouldBe((2, right, null));
        var fact = await site.Site.ReadAsync(db => db.Set<TimelineFact>().Where(row => row.SubjectId == id && row.Code == "devices.install-day-corrected").SingleAsync());
        FactValues.Read(fact.Values).ShouldBe(["2026-01-05", "2025-06-01"]);
    }

    [Theory, DatabaseData]
    [Trait("capability", "A164")]
    public async Task A_change_at_a_position_that_the_machine_has_again_stands_there(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);
        var id = await site.Site.DoAsync(await site.NewMachineAsync("G-2000", installedOn: new DateOnly(2026, 1, 5)));
        await CorrectAsync(site, id, "S300", new DateOnly(2026, 1, 5));
        var machine = await site.MachineAsync(id);
        await site.Site.DoAsync(new EditMachine(
            id, machine.AddressId, "R400", null, machine.Serial, machine.Maker, MachineStatus.Away, machine.SoldOn, machine.SaleChannel, machine.InstalledOn, null, null,
            new Dictionary<string, string>(StringComparer.Ordinal), machine.Version));

        await site.Site.DoAsync(new RecordFilterChange(id, 2, null, new DateOnly(2026, 2, 1)));

        (await site.ChainAsync(id, 2)).Select(filter => filter.CurrentPosition).ShouldBe([null, 2]);
    }

    private static async Task CorrectAsync(DeviceSite site, Guid id, string model, DateOnly installedOn)
    {
        var machine = await site.MachineAsync(id);
        await site.Site.DoAsync(new EditMachine(
            id, machine.AddressId, model, null, machine.Serial, machine.Maker, machine.Status, machine.SoldOn, machine.SaleChannel, installedOn, null, null,
            new Dictionary<string, string>(StringComparer.Ordinal), machine.Version));
    }

    [Theory, DatabaseData]
    [Trait("capability", "A164")]
    public async Task The_next_period_starts_from_the_real_change(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);
        var id = await site.Site.DoAsync(await site.NewMachineAsync("C-1000", installedOn: new DateOnly(2026, 1, 5)));
        var visit = Guid.NewGuid();
        var late = new ReplaceFilter(id, 1, "PP-77", visit, Installed.AddDays(180 + 40));

        await site.Site.DoAsync(late);
        await site.Site.DoAsync(late);
        await site.Site.DoAsync(new ReplaceFilter(id, 1, null, Guid.NewGuid(), Installed.AddDays(100)));

        var chain = await site.ChainAsync(id, 1);
        chain.Count.ShouldBe(3);
        chain[^1].DueOn.ShouldBe(new DateOnly(2026, 1, 5).AddDays(180 + 40 + 180));
        chain[^1].Serial.ShouldBe("PP-77");
        chain.Select(filter => filter.CurrentPosition).ShouldBe([null, null, 1]);
        chain.Select(filter => filter.PreviousId).ShouldBe([null, chain[0].Id, chain[1].Id]);
        chain.Select(filter => filter.NextId).ShouldBe([chain[1].Id, chain[2].Id, null]);
    }

    [Theory, DatabaseData]
    public async Task Readings_move_the_due_dates_of_a_membrane(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);
        var id = await site.Site.DoAsync(await site.NewMachineAsync("W-1000", installedOn: new DateOnly(2026, 1, 5)));

        await site.Site.DoAsync(new RecordReadings(id, Guid.NewGuid(), Installed.AddDays(20), [new(ReadingKind.Hardness, 400)]));
        var hard = (await site.ChainAsync(id, 2)).Single();
        hard.WaterFactor.ShouldBe(0.7);
        hard.DueOn.ShouldBe(new DateOnly(2026, 1, 5).AddDays(262));
        (await site.ChainAsync(id, 1)).Single().WaterFactor.ShouldBe(1.0);

        await site.Site.DoAsync(new RecordReadings(id, Guid.NewGuid(), Installed.AddDays(30), [new(ReadingKind.TdsIn, 300), new(ReadingKind.TdsOut, 90)]));
        var worn = (await site.ChainAsync(id, 2)).Single();
        worn.LimitedBy.ShouldBe(LimitCodes.Rejection);
        worn.DueOn.ShouldBe(new DateOnly(2026, 2, 4));

        // What was read before the change says nothing of the new membrane.
        await site.Site.DoAsync(new ReplaceFilter(id, 2, null, Guid.NewGuid(), Installed.AddDays(31)));
        (await site.ChainAsync(id, 2))[^1].LimitedBy.ShouldBe(LimitCodes.Litres);
    }

    [Theory, DatabaseData]
    public async Task A_changed_model_takes_its_machines_along(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);
        var id = await site.Site.DoAsync(await site.NewMachineAsync("M-1000", installedOn: new DateOnly(2026, 1, 5)));
        var model = await site.Site.ReadAsync(db => db.Set<Model>().SingleAsync(known => known.Code == "R400"));

        await site.Site.DoAsync(new SaveModel(
            model.PrincipalId, "R400", "R400", null, "water-purifier", null, null, null, null, 50, true,
            [new(1, "PP10", "PP棉", null, FilterKind.Sediment, 90, null, true, 5), new(2, "RO400", "膜", null, FilterKind.ReverseOsmosis, 730, 3000, false, 15), new(3, "T33", "后置活性炭", null, FilterKind.PostCarbon, 365, null, false, 5)],
            model.Version));
        await site.Site.DeliverAsync();

        (await site.ChainAsync(id, 1)).Single().DueOn.ShouldBe(new DateOnly(2026, 1, 5).AddDays(90));
        (await site.ChainAsync(id, 3)).Single().InstalledOn.ShouldBe(new DateOnly(2026, 1, 5));
        (await site.MachineAsync(id)).FiltersDueOn.ShouldBe(new DateOnly(2026, 1, 5).AddDays(90));
    }

    [Theory, DatabaseData]
    public async Task Machines_with_filters_due_come_in_the_order_of_their_dates_page_by_page(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);
        var customer = await site.CustomerAsync();
        for (var day = 1; day <= 5; day++)
        {
            await site.Site.DoAsync(await site.NewMachineAsync($"D-100{day}", installedOn: new DateOnly(2025, 8, 6 - day), customerId: customer));
        }

        var serials = new List<string?>();
        string? place = null;
        do
        {
            var page = (await site.Site.AskAsync(new ListMachines(MachineView.FiltersDue, null, null, null, new PageRequest(place, Size: 2)))).Value.Page;
            serials.AddRange(page.Items.Select(row => row.Machine.Serial));
            place = page.Next;
        }
        while (place is not null);

        serials.ShouldBe(["D-1005", "D-1004", "D-1003", "D-1002", "D-1001"]);
    }

    [Theory, DatabaseData]
    public async Task An_unknown_position_and_a_foreign_machine_are_refused(string database)
    {
        var site = await DeviceSite.CreateAsync(platform, database);
        var id = await site.Site.DoAsync(await site.NewMachineAsync("F-1000", installedOn: new DateOnly(2026, 1, 5), seller: DeviceSite.Dealer));

        (await site.Site.SendAsync(new ReplaceFilter(id, 9, null, Guid.NewGuid(), Installed.AddDays(9)))).Failure!.Fields.Single().Code.ShouldBe("devices.position-unknown");
        (await site.Site.SendAsync(new RecordFilterChange(id, 1, null, new DateOnly(2026, 2, 1)), Actors.Staff(DeviceSite.OtherDealer))).Failure!.Code.ShouldBe("devices.machine-not-found");
        (await site.Site.SendAsync(new RecordFilterChange(id, 1, null, new DateOnly(2036, 2, 1)))).Failure!.Fields.ShouldNotBeEmpty();
    }
}
