using ServicePlatform.Geography;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Visits;

namespace ServicePlatform.UnitTests.WorkOrders;

[Trait("capability", "A055")]
public sealed class ArrivalTests
{
    private static readonly GeoPoint Home = new(39.90105, 116.42079, Datum.Wgs84);

    /// <summary>A degree of latitude is 111,195 m.</summary>
    private static GeoPoint North(double metres) => new(39.90105 + (metres / 111_195), 116.42079, Datum.Wgs84);

    [Theory]
    [InlineData(299, 0, ArrivalOutcome.Validated)]
    [InlineData(301, 0, ArrivalOutcome.TooFar)]
    [InlineData(349, 50, ArrivalOutcome.Validated)]
    [InlineData(351, 50, ArrivalOutcome.TooFar)]
    [InlineData(10, 500, ArrivalOutcome.Validated)]
    [InlineData(10, 501, ArrivalOutcome.Inaccurate)]
    public void Distance_is_judged_with_the_accuracy_of_the_fix(double metres, double accuracy, ArrivalOutcome expected)
    {
        var arrival = Arrival.Check(North(metres), accuracy, Home, TimeSpan.Zero, new ArrivalPolicy());

        arrival.Outcome.ShouldBe(expected);
        arrival.DistanceMetres!.Value.ShouldBe(metres, 0.5);
        arrival.FillsAddress.ShouldBeFalse();
    }

    [Fact]
    public void Points_of_different_datums_are_compared_in_one()
    {
        var onTheMap = new GeoPoint(39.90245, 116.42703, Datum.Gcj02);

        var arrival = Arrival.Check(Home, 20, onTheMap, TimeSpan.Zero, new ArrivalPolicy());

        arrival.Outcome.ShouldBe(ArrivalOutcome.Validated);
        arrival.DistanceMetres!.Value.ShouldBeLessThan(5);
        arrival.Position!.Value.Datum.ShouldBe(Datum.Wgs84);
    }

    [Fact]
    public void Without_a_fix_it_was_skipped_or_the_device_was_offline()
    {
        Arrival.Check(null, null, Home, TimeSpan.Zero, new ArrivalPolicy()).Outcome.ShouldBe(ArrivalOutcome.Skipped);
        Arrival.Check(null, null, Home, TimeSpan.FromMinutes(30), new ArrivalPolicy()).Outcome.ShouldBe(ArrivalOutcome.Offline);
        Arrival.Check(Home, null, Home, TimeSpan.Zero, new ArrivalPolicy()).Outcome.ShouldBe(ArrivalOutcome.Inaccurate);
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(300, false)]
    public void The_first_good_fix_fills_an_empty_address(double accuracy, bool fills) =>
        Arrival.Check(Home, accuracy, null, TimeSpan.Zero, new ArrivalPolicy()).FillsAddress.ShouldBe(fills);
}
