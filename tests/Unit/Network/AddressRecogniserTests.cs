using ServicePlatform.Network.Divisions;

namespace ServicePlatform.UnitTests.Network;

public sealed class AddressRecogniserTests
{
    private readonly DivisionDirectory _divisions = new(DivisionTable.Load());

    [Theory]
    [InlineData("北京市朝阳区望京街道阜通东大街12号", "110105", "阜通东大街12号")]
    [InlineData("北京市北京市朝阳区望京花园3号楼", "110105", "望京花园3号楼")]
    [InlineData("北京朝阳区望京花园3号楼", "110105", "望京花园3号楼")]
    [InlineData("中国 河北省 廊坊市 三河市 燕郊镇 行宫大街88号", "131082", "行宫大街88号")]
    [InlineData("河北省三河市燕郊镇行宫大街88号", "131082", "行宫大街88号")]
    [InlineData("三河市燕郊镇行宫大街88号", "131082", "行宫大街88号")]
    [InlineData("廊坊三河市燕郊镇行宫大街88号", "131082", "行宫大街88号")]
    [InlineData("北京市市辖区海淀区中关村大街1号", "110108", "中关村大街1号")]
    public void Reads_what_people_paste(string address, string county, string rest)
    {
        var match = _divisions.Recognise(address);

        match.ShouldNotBeNull();
        match.Division.Code.ShouldStartWith(county);
        match.Rest.ShouldBe(rest);
    }

    [Theory]
    [InlineData("朝阳区望京街道阜通东大街12号")]
    [InlineData("北京路12号")]
    [InlineData("阜通东大街12号")]
    [InlineData("")]
    public void Does_not_guess(string address) => _divisions.Recognise(address).ShouldBeNull();

    [Fact]
    public void Takes_the_township_where_it_is_named() =>
        _divisions.Recognise("北京市朝阳区望京街道阜通东大街12号")!.Division.Name.ShouldBe("望京街道");
}
