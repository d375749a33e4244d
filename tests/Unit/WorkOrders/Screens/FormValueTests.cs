using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Geography;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Controllers;
using ServicePlatform.WorkOrders.Orders.Queries;

namespace ServicePlatform.UnitTests.WorkOrders.Screens;

/// <summary>What forms and addresses of the screens carry is read as it was written, and nothing else.</summary>
public sealed class FormValueTests
{
    [Fact]
    public void A_window_is_read_back_as_it_was_offered()
    {
        var slot = new TimeSlot(new DateTime(2026, 11, 22, 14, 0, 0), new DateTime(2026, 11, 22, 16, 0, 0));

        slot.Value.ShouldBe("2026-11-22T14:00/16:00");
        TimeSlot.Parse(slot.Value).ShouldBe(slot);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("other")]
    [InlineData("2026-11-22T14:00")]
    [InlineData("2026-11-22T14:00/25:00")]
    [InlineData("tomorrow/16:00")]
    public void What_is_no_window_is_none(string? text) => TimeSlot.Parse(text).ShouldBeNull();

    [Fact]
    public void Another_time_needs_a_day_and_both_times()
    {
        var input = new WindowInput { Slot = WindowInput.Other, Date = new DateOnly(2026, 11, 23), From = new TimeOnly(9, 30) };
        input.Window().ShouldBeNull();

        input.Until = new TimeOnly(11, 0);
        input.Window().ShouldBe(new TimeSlot(new DateTime(2026, 11, 23, 9, 30, 0), new DateTime(2026, 11, 23, 11, 0, 0)));
    }

    [Fact]
    public void What_is_wrong_with_an_offered_window_is_said_where_it_was_chosen()
    {
        var failure = Failure.Invalid("From", "orders.window-needed");

        new WindowInput { Slot = "2026-11-22T14:00/16:00" }.OnOffered(failure).Fields.Single().Field.ShouldBe("Slot");
        new WindowInput { Slot = WindowInput.Other }.OnOffered(failure).Fields.Single().Field.ShouldBe("From");
    }

    [Theory]
    [InlineData("to-dispatch", OrderTab.ToDispatch)]
    [InlineData("under-review", OrderTab.UnderReview)]
    [InlineData("ToDispatch", null)]
    [InlineData("nothing", null)]
    public void A_tab_has_a_name_in_the_address(string view, object? tab) => ListInput.Tab<OrderTab>(view).ShouldBe((OrderTab?)tab);

    [Theory]
    [InlineData("Urgent", Urgency.Urgent)]
    [InlineData("1", null)]
    [InlineData("Never", null)]
    [InlineData("Urgent,Emergency", null)]
    public void Only_names_of_values_are_read_from_an_address(string text, object? urgency) => Choices.Read<Urgency>(text).ShouldBe((Urgency?)urgency);

    [Fact]
    public void Each_map_gets_the_place_in_its_own_datum()
    {
        var address = new AddressView(Guid.NewGuid(), "北京市朝阳区广顺北大街", null, new GeoPoint(39.90245, 116.42703, Datum.Gcj02));

        MapLinks.Amap(address)!.ShouldContain("to=116.42703,39.90245");
        MapLinks.Geo(address).ShouldStartWith("geo:39.901");
        MapLinks.Geo(address with { Position = null }).ShouldStartWith("geo:0,0?q=%E5%8C%97");
    }
}
