using ServicePlatform.Network.Areas;

namespace ServicePlatform.UnitTests.Network;

[Trait("capability", "A116")]
public sealed class AreaCodeTests
{
    [Theory]
    [InlineData("130000", "13")]
    [InlineData("131000", "1310")]
    [InlineData("131082", "131082")]
    [InlineData("131082001", "131082001")]
    [InlineData("441900", "4419")]
    public void A_prefix_is_what_the_codes_inside_share(string code, string prefix)
    {
        AreaCodes.Prefix(code).ShouldBe(prefix);
        AreaCodes.Division(prefix).ShouldBe(code);
    }

    [Fact]
    public void A_township_is_covered_by_all_above_it() =>
        AreaCodes.Covering("131082001").ShouldBe(["131082001", "131082", "1310", "13"]);

    [Fact]
    public void A_city_without_districts_is_covered_too() => AreaCodes.Covering("441900").ShouldBe(["4419", "44"]);

    [Theory]
    [InlineData("131082", "131082")] // 三河市, county-level city
    [InlineData("131082001", "131082")] // one of its towns
    [InlineData("131022", "131022")] // 固安县
    [InlineData("500229", "500229")] // 城口县 of Chongqing
    [InlineData("222401", "222401")] // 延吉市 of an autonomous prefecture
    [InlineData("429004", "429004")] // 仙桃市, directly under the province
    [InlineData("110105", null)] // 朝阳区
    [InlineData("131003", null)] // 广阳区
    [InlineData("110105008", null)]
    [InlineData("1310", null)]
    public void Counties_are_told_from_urban_districts(string prefix, string? county) => AreaCodes.County(prefix).ShouldBe(county);
}
