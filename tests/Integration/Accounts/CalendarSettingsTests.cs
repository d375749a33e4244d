using System.Net;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Accounts.Settings.Calendar;
using ServicePlatform.Data.Audit;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.IntegrationTests.WorkOrders;
using ServicePlatform.Kernel.Calendars;
using ServicePlatform.Security;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.IntegrationTests.Accounts;

public sealed class CalendarSettingsTests(TestPlatform platform)
{
    private static readonly WorkDay Daytime = new(true, new TimeOnly(8, 0), new TimeOnly(21, 0));

    private static readonly WorkDay Off = new(false, null, null);

    /// <summary>National Day 2026: 1 to 7 October are off, 10 October (a Saturday) is worked.</summary>
    [Theory, DatabaseData]
    [Trait("capability", "B19")]
    public async Task The_booking_clock_rests_on_holidays_and_on_own_days_off(string database)
    {
        var scene = await OrderScene.MakeAsync(platform, database);
        await SaveAsync(scene.Site, PublicHolidays.Ignored);
        (await BookingDueAsync(scene, Local(10, 1, 20, 30))).ShouldBe(Local(10, 2, 8, 30), "days like any other");

        await SaveAsync(scene.Site, PublicHolidays.China);
        (await BookingDueAsync(scene, Local(10, 1, 10, 0))).ShouldBe(Local(10, 8, 9, 0), "the first hour after the holidays");
        (await BookingDueAsync(scene, Local(9, 30, 20, 45))).ShouldBe(Local(10, 8, 8, 45), "a quarter of an hour before them counts");

        await scene.Site.DoAsync(new AddOwnDays(new DateOnly(2026, 10, 8), new DateOnly(2026, 10, 9), "盘点", Off, await VersionAsync(scene.Site)), Actors.Staff("/hq/"));
        (await BookingDueAsync(scene, Local(10, 1, 10, 0))).ShouldBe(Local(10, 10, 9, 0), "own days go before the week");
        var orders = await scene.Site.ReadAsync(db => db.Set<ServicePlatform.WorkOrders.Orders.Order>().ToListAsync(Stop));
        var order = orders.Single(row => row.Booking.StartedAt == Local(10, 1, 20, 30));
        order.Dispatch.DueAt.ShouldBe(order.Dispatch.StartedAt.AddMinutes(1), "dispatch runs around the clock");
        order.Booking.Read([], Zone, Local(10, 20, 8, 0)).DueAt.ShouldBe(Local(10, 2, 8, 30), "what was promised keeps the hours of its day");
    }

    [Theory, DatabaseData]
    public async Task Two_who_change_the_calendar_at_once_do_not_overwrite_each_other(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        var version = await VersionAsync(site);
        await site.DoAsync(Week(PublicHolidays.China, version), Actors.Staff("/hq/"));

        var stale = await site.SendAsync(Week(PublicHolidays.Ignored, version), Actors.Staff("/hq/"));

        stale.Failure!.Code.ShouldBe("kernel.stale");
        stale.Failure.Versions!.Current.ShouldBe(await VersionAsync(site));
        (await site.AskAsync(new ReadCalendar(), Actors.Staff("/hq/"))).Value.Settings.PublicHolidays.ShouldBe(PublicHolidays.China);
        (await site.ReadAsync(db => db.Set<AuditRow>().CountAsync(row => row.Command.Contains("SaveWorkingWeek"), Stop))).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field()
    {
        var site = await platform.CreateSiteAsync("Sqlite");
        var backwards = Week(PublicHolidays.China, -1) with { Week = [Off, Daytime, new WorkDay(true, new TimeOnly(18, 0), new TimeOnly(9, 0)), new WorkDay(true, null, new TimeOnly(9, 0)), Off, Off, Off] };
        var closed = Week(PublicHolidays.China, -1) with { Week = [.. Enumerable.Repeat(Off, 7)] };

        (await FieldsAsync(site, backwards)).ShouldBe(["Week[2].Until", "Week[3].From"]);
        (await FieldsAsync(site, closed)).ShouldBe(["Week"]);
        (await FieldsAsync(site, closed with { Week = [Daytime] })).ShouldBe(["Week"]);
        (await FieldsAsync(site, new AddOwnDays(new DateOnly(2026, 5, 2), new DateOnly(2026, 5, 1), "", Off, -1))).ShouldBe(["Until", "Name"]);
        (await FieldsAsync(site, new AddOwnDays(null, null, "盘点", Daytime with { Until = new TimeOnly(7, 0) }, -1))).ShouldBe(["From", "Until", "Hours.Until"]);
    }

    /// <summary>The tests' year has no notice yet.</summary>
    [Fact]
    public async Task The_screen_says_that_a_year_is_not_announced_and_shows_days_off()
    {
        var site = await platform.CreateSiteAsync("Sqlite");
        var admin = await site.SignInAsync(StandardRoles.Administrator);
        var days = await admin.PageAsync("app/settings/calendar/days");
        (await admin.SendAsync(days, "calendar/days", ("Name", "年会"), ("From", "2031-03-10"), ("Until", "2031-03-11"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await admin.SendAsync(days, "calendar/days", ("Name", "盘点"), ("From", "2031-03-12"), ("Until", "2031-03-12"))).StatusCode.ShouldBe(HttpStatusCode.Conflict, "the form was opened before the first one was saved");

        var page = await admin.PageAsync("app/settings/calendar");

        page.Body!.TextContent.ShouldContain("2031 年节假日安排尚未公布");
        page.Body.TextContent.ShouldContain("年会");
        (await admin.SendAsync(page, "days/0/remove")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await admin.PageAsync("app/settings/calendar")).Body!.TextContent.ShouldNotContain("年会");
    }

    [Fact]
    public async Task Only_who_may_change_settings_sees_them()
    {
        var site = await platform.CreateSiteAsync("Sqlite");
        var manager = await site.SignInAsync(StandardRoles.ServiceManager);

        (await manager.GetAsync("app/settings/calendar")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await site.SendAsync(Week(PublicHolidays.China, -1), Actors.With("/hq/"))).Failure!.Kind.ShouldBe(Commands.FailureKind.Forbidden);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private static SaveWorkingWeek Week(PublicHolidays holidays, int version) => new([.. Enumerable.Repeat(Daytime, 7)], holidays, Off, version);

    private static async Task<IEnumerable<string>> FieldsAsync<T>(TestSite site, Commands.ICommand<T> command)
    {
        var refused = await site.SendAsync(command, Actors.Staff("/hq/"));
        refused.Failure!.Kind.ShouldBe(Commands.FailureKind.Invalid);
        return refused.Failure.Fields.Select(field => field.Field);
    }

    private static async Task SaveAsync(TestSite site, PublicHolidays holidays) => await site.DoAsync(Week(holidays, await VersionAsync(site)), Actors.Staff("/hq/"));

    private static async Task<int> VersionAsync(TestSite site) => (await site.AskAsync(new ReadCalendar(), Actors.Staff("/hq/"))).Value.Version;

    private static async Task<DateTime> BookingDueAsync(OrderScene scene, DateTime at)
    {
        var number = await scene.Site.ReadAsync(db => db.Set<ServicePlatform.WorkOrders.Orders.Order>().CountAsync(Stop));
        var home = await scene.HouseholdAsync(scene.Aqua, phone: $"1380000{2000 + number}", street: $"阜通东大街{number + 1}号");
        var request = await scene.Site.DoAsync(new RecordRequest(home.Customer, home.Machine, null, Channels.Phone, JobTypes.Repair, "漏水"), scene.Agent, at);
        await scene.Site.DoAsync(new TriageRequest(request, JobTypes.Repair, Urgency.Normal, home.Machine, home.Address, null, await scene.RequestVersionAsync(request)), scene.Agent, at);
        var order = await scene.Site.DoAsync(new ConvertRequest(request, await scene.RequestVersionAsync(request)), scene.Agent, at);
        return (await scene.OrderRowAsync(order)).Booking.DueAt;
    }

    private static DateTime Local(int month, int day, int hour, int minute) => new DateTime(2026, month, day, hour, minute, 0, DateTimeKind.Utc).AddHours(-8);
}
