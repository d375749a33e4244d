using System.Globalization;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Imports;

namespace ServicePlatform.UnitTests.Devices.Imports;

public sealed class CellTextTests
{
    [Theory]
    [InlineData("2025-11-03")]
    [InlineData("2025/11/3")]
    [InlineData("2025.11.3")]
    [InlineData("20251103")]
    [InlineData("2025年11月3日")]
    [InlineData("2025-11-03 14:30:00")]
    [InlineData("45964")]
    public void Dates_as_people_and_spreadsheets_write_them(string text) => CellText.Date(text).ShouldBe(new DateOnly(2025, 11, 3));

    [Theory]
    [InlineData("3.11.2025")]
    [InlineData("11/03/2025")]
    [InlineData("2025-02-30")]
    [InlineData("去年")]
    public void Dates_that_could_mean_anything_are_not_guessed(string text) => CellText.Date(text).ShouldBeNull();

    [Theory]
    [InlineData("男", Gender.Male)]
    [InlineData("女士", Gender.Female)]
    [InlineData("Mr.", Gender.Male)]
    [InlineData("?", null)]
    public void Genders(string text, Gender? gender) => CellText.Gender(text).ShouldBe(gender);

    [Theory]
    [InlineData("京东", SaleChannel.Online)]
    [InlineData("专卖店", SaleChannel.Shop)]
    [InlineData("Dealer", SaleChannel.Dealer)]
    [InlineData("别处", null)]
    public void Channels(string text, SaleChannel? channel) => CellText.Channel(text).ShouldBe(channel);

    [Theory]
    [InlineData("8", 8.0)]
    [InlineData(" 7.5 ", 7.5)]
    [InlineData("7,5", null)]
    [InlineData("NaN", null)]
    [InlineData("1e9", null)]
    public void Numbers(string text, double? number) => CellText.Number(text).ShouldBe(number);

    [Fact]
    public void Headers_in_both_languages_are_guessed()
    {
        var map = HeaderGuess.Of(["客户编号", "姓名 *", "Phone (mobile)", "安装地址", "SN", "型号", "安装日期", "随便"], new Dictionary<string, ServicePlatform.Fields.CustomField>(StringComparer.Ordinal));

        map.Places.ShouldBe(new Dictionary<ImportColumn, int>
        {
            [ImportColumn.CustomerCode] = 0,
            [ImportColumn.CustomerName] = 1,
            [ImportColumn.Phone] = 2,
            [ImportColumn.Address] = 3,
            [ImportColumn.Serial] = 4,
            [ImportColumn.ModelCode] = 5,
            [ImportColumn.InstalledOn] = 6,
        }, ignoreOrder: true);
        map.IsEnough.ShouldBeTrue();
    }

    [Theory]
    [InlineData("a\u202Eb", true)]
    [InlineData("a\u0007b", true)]
    [InlineData("两行\n文字", false)]
    public void Characters_that_nobody_types(string text, bool hostile) => CellText.IsHostile(text).ShouldBe(hostile, text.ToString(CultureInfo.InvariantCulture));
}
