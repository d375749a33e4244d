using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using ServicePlatform.IntegrationTests.Fixture;

namespace ServicePlatform.IntegrationTests.Kernel;

public sealed class TextTests(TestPlatform platform)
{
    [Fact]
    public void Texts_are_looked_up_once_a_language()
    {
        var texts = platform.Services.GetRequiredService<IStringLocalizer<UiTexts>>();
        var (english, chinese) = (In("en-US", () => texts["Close"]), In("zh-CN", () => texts["Close"]));

        (english.Value, chinese.Value).ShouldBe(("Close", "关闭"));
        In("en-US", () => texts["Close"]).ShouldBeSameAs(english);
        In("zh-CN", () => texts["Time.MinutesAgo", 5]).Value.ShouldBe("5 分钟前");
    }

    [Fact]
    public void What_is_not_found_says_so_and_is_not_kept()
    {
        var texts = platform.Services.GetRequiredService<IStringLocalizer<UiTexts>>();
        var missing = texts["No.Such.Text"];

        missing.ResourceNotFound.ShouldBeTrue();
        texts["No.Such.Text"].ShouldNotBeSameAs(missing);
    }

    private static LocalizedString In(string culture, Func<LocalizedString> read)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            return read();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
