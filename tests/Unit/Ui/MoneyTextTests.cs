using System.Globalization;
using ServicePlatform.Ui;

namespace ServicePlatform.UnitTests.Ui;

public sealed class MoneyTextTests
{
    [Theory]
    [InlineData(128050, "CNY", "¥1,280.50")]
    [InlineData(5, "CNY", "¥0.05")]
    [InlineData(-3500, "CNY", "−¥35.00")]
    [InlineData(980, "JPY", "JP¥980")]
    [InlineData(1234567, "KWD", "KWD 1,234.567")]
    [InlineData(100, "XYZ", "XYZ 1.00")]
    public void Money_has_its_sign_and_the_decimals_of_its_currency(long minor, string currency, string expected)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("zh-Hans");
        MoneyText.Of(minor, currency).ShouldBe(expected);
    }

    [Fact]
    public void The_largest_debt_is_written_too() => MoneyText.Of(long.MinValue, "JPY").ShouldBe("−JP¥9,223,372,036,854,775,808");
}
