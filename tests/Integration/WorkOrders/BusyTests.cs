using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders.Queries;

namespace ServicePlatform.IntegrationTests.WorkOrders;

/// <summary>A technician is in one place at a time.</summary>
public sealed class BusyTests(TestPlatform platform)
{
    [Theory, DatabaseData]
    public async Task A_second_visit_in_the_window_is_refused_unless_it_is_wanted_anyway(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var home = await scene.HouseholdAsync(scene.Aqua);
        var from = scene.Now.AddHours(4);
        var (first, second) = (await NamedAsync(scene, home), await NamedAsync(scene, home));
        await scene.Site.DoAsync(await BookingAsync(scene, first, from), scene.Agent);

        var field = (await scene.Site.SendAsync(await BookingAsync(scene, second, from.AddHours(1)), scene.DeskA)).Failure!.Fields.ShouldHaveSingleItem();
        (field.Field, field.Code).ShouldBe(("From", "orders.technician-busy"));
        field.Arguments.Select(argument => argument.ToString()).ShouldBe(["李强", Window(from)]);

        var load = (await scene.Site.AskAsync(new TechnicianLoad(second), scene.DeskA)).Value;
        load.ShouldHaveSingleItem().ShouldBe(new TakenWindow(from, from.AddHours(2), IsConfirmed: true));

        await scene.Site.DoAsync((await BookingAsync(scene, second, from.AddHours(1))) with { Confirmed = false }, scene.Agent);
        await scene.Site.DoAsync(await BookingAsync(scene, second, from.AddHours(2)), scene.Agent);
        await scene.Site.DoAsync((await BookingAsync(scene, second, from)) with { Anyway = true }, scene.Agent);
    }

    [Theory, DatabaseData]
    public async Task A_technician_with_a_visit_in_the_window_is_not_named_unless_it_is_wanted_anyway(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var home = await scene.HouseholdAsync(scene.Aqua);
        var from = scene.Now.AddHours(4);
        await scene.Site.DoAsync(await BookingAsync(scene, await NamedAsync(scene, home), from), scene.Agent);
        var order = await scene.OrderAsync(home);
        await scene.Site.DoAsync(await BookingAsync(scene, order, from), scene.Agent);
        await scene.Site.DoAsync(new AssignOutlet(order, scene.OutletA, await scene.VersionAsync(order)), scene.Dispatcher);

        var naming = new AssignTechnician(order, scene.TechnicianA, await scene.VersionAsync(order));
        var field = (await scene.Site.SendAsync(naming, scene.DeskA)).Failure!.Fields.ShouldHaveSingleItem();
        (field.Field, field.Code).ShouldBe(("TechnicianId", "orders.technician-busy"));
        var choice = (await scene.Site.AskAsync(new TechnicianChoices(order), scene.DeskA)).Value.Single(row => row.TechnicianId == scene.TechnicianA);
        (choice.IsBusy, choice.Windows.Count).ShouldBe((true, 1));

        await scene.Site.DoAsync(naming with { Anyway = true }, scene.DeskA);
    }

    [Theory, DatabaseData]
    public async Task Of_bookings_side_by_side_one_gets_the_window(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        var home = await scene.HouseholdAsync(scene.Aqua);
        var from = scene.Now.AddHours(4);
        var bookings = new List<BookVisit>();
        for (var number = 0; number < 6; number++)
        {
            bookings.Add(await BookingAsync(scene, await NamedAsync(scene, home), from.AddMinutes(number)));
        }

        var results = await Task.WhenAll(bookings.Select(booking => scene.Site.SendAsync(booking, scene.Agent)));

        results.Count(result => result.Succeeded).ShouldBe(1);
        results.Where(result => !result.Succeeded).ShouldAllBe(result => result.Failure!.Fields[0].Code == "orders.technician-busy");
    }

    private static async Task<Guid> NamedAsync(OrderScene scene, Household home)
    {
        var order = await scene.OrderAsync(home);
        await scene.Site.DoAsync(new AssignOutlet(order, scene.OutletA, await scene.VersionAsync(order)), scene.Dispatcher);
        await scene.Site.DoAsync(new AssignTechnician(order, scene.TechnicianA, await scene.VersionAsync(order)), scene.DeskA);
        return order;
    }

    private static async Task<BookVisit> BookingAsync(OrderScene scene, Guid order, DateTime from) =>
        new(order, from, from.AddHours(2), true, null, await scene.VersionAsync(order));

    private static string Window(DateTime from)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        return ServicePlatform.WorkOrders.Visits.AppointmentWindow.Describe(from, from.AddHours(2), zone);
    }
}
