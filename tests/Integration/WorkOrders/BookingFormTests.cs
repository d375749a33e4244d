using System.Net;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Security;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.IntegrationTests.WorkOrders;

public sealed class BookingFormTests(TestPlatform platform)
{
    [Fact]
    public async Task The_form_shows_what_the_technician_has_and_takes_confirm_anyway()
    {
        var scene = await OrderScene.MakeAsync(platform, "Sqlite");
        var home = await scene.HouseholdAsync(scene.Aqua);
        var (first, _) = await scene.BookedAsync(home);
        var (order, _) = await scene.BookedAsync(home, JobTypes.Repair);
        var number = (await scene.OrderRowAsync(order)).Number;
        var from = (await scene.OrderRowAsync(first)).AppointmentFrom!.Value.AddHours(8);
        var browser = await scene.Site.SignInAsync(StandardRoles.Dispatcher);
        var page = await browser.PageAsync("app/orders/" + number);

        page.QuerySelector("#book")!.TextContent.ShouldContain("李强已有的上门：");
        page.QuerySelector("#book [name='Book.Anyway']").ShouldNotBeNull();
        var window = $"{from:yyyy-MM-dd}T{from:HH:mm}/{from.AddHours(1):HH:mm}";

        var refused = await browser.SendAsync(page, number + "/book", ("Book.Slot", window), ("Book.Confirmed", "true"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("李强已有确认的上门：");

        // A browser sends the ticked box before the hidden answer of the box that is not.
        page.QuerySelectorAll("#book input[type=hidden][name='Book.Anyway']").ToList().ForEach(input => input.Remove());
        var booked = await browser.SendAsync(page, number + "/book", ("Book.Slot", window), ("Book.Confirmed", "true"), ("Book.Anyway", "true"));
        booked.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }
}
