using ServicePlatform.Geography;

namespace ServicePlatform.UnitTests.Geography;

public sealed class GeoPointTests
{
    [Fact]
    [Trait("capability", "A055")]
    public void The_known_pair_of_the_trade_converts_both_ways()
    {
        var wgs = new GeoPoint(39.90105, 116.42079, Datum.Wgs84);
        var gcj = new GeoPoint(39.90245, 116.42703, Datum.Gcj02);

        wgs.To(Datum.Gcj02).Latitude.ShouldBe(gcj.Latitude, 0.00002);
        wgs.To(Datum.Gcj02).Longitude.ShouldBe(gcj.Longitude, 0.00002);
        wgs.DistanceTo(gcj).ShouldBeLessThan(3);
    }

    [Fact]
    public void Read_as_the_wrong_datum_the_same_numbers_lie_hundreds_of_metres_apart()
    {
        var wgs = new GeoPoint(39.90105, 116.42079, Datum.Wgs84);

        wgs.DistanceTo(wgs with { Datum = Datum.Gcj02 }).ShouldBeInRange(400, 700);
    }

    [Fact]
    public void Baidu_and_back_stays_within_two_metres()
    {
        var gcj = new GeoPoint(39.5186, 116.6832, Datum.Gcj02);

        gcj.DistanceTo(gcj.To(Datum.Bd09).To(Datum.Gcj02)).ShouldBeLessThan(2);
    }

    [Fact]
    public void Outside_China_there_is_no_offset()
    {
        var london = new GeoPoint(51.5007, -0.1246, Datum.Wgs84);

        london.To(Datum.Gcj02).Latitude.ShouldBe(london.Latitude);
    }
}
