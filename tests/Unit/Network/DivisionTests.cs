using System.Globalization;
using ServicePlatform.Network.Divisions;

namespace ServicePlatform.UnitTests.Network;

public sealed class DivisionTests
{
    private readonly DivisionDirectory _divisions = new(DivisionTable.Load());

    [Theory]
    [InlineData("zh-Hans", "131082", "河北省 廊坊市 三河市")]
    [InlineData("zh-Hans", "110105", "北京市 朝阳区")]
    [InlineData("en", "131082", "Sanhe City, Langfang, Hebei")]
    public void Full_names_follow_the_language(string culture, string code, string expected)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            _divisions.FullName(code).ShouldBe(expected);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void Children_go_from_provinces_to_townships()
    {
        _divisions.Children(null).ShouldContain(division => division.Code == "130000");
        _divisions.Children("130000").ShouldContain(division => division.Code == "131000");
        _divisions.Children("131000").ShouldContain(division => division.Code == "131082");
        _divisions.Children("131082").ShouldAllBe(division => division.Code.Length == 9);
        _divisions.Children("110000").ShouldContain(division => division.Code == "110105");
    }

    [Fact]
    public void An_unknown_code_has_no_name() => _divisions.FullName("999999").ShouldBeEmpty();
}
