using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ServicePlatform.Crm;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Crm.Greetings;

namespace ServicePlatform.UnitTests.Crm;

[Trait("capability", "A019")]
public sealed class GreeterTests
{
    private static readonly Surnames Surnames = Surnames.Load();

    [Theory]
    [InlineData("zh-Hans", "张玉林", Gender.Male, "张先生")]
    [InlineData("zh-Hans", "蒋素云", Gender.Female, "蒋女士")]
    [InlineData("zh-Hans", "欧阳修", Gender.Male, "欧阳先生")]
    [InlineData("zh-Hans", "上官婉儿", Gender.Female, "上官女士")]
    [InlineData("zh-Hans", "诸葛亮", Gender.Male, "诸葛先生")]
    [InlineData("zh-Hans", "John Smith", Gender.Male, "Smith先生")]
    [InlineData("zh-Hans", "张玉林", Gender.Unknown, "张玉林")]
    [InlineData("en", "张玉林", Gender.Male, "Mr Zhang")]
    [InlineData("en", "欧阳修", Gender.Male, "Mr Ouyang")]
    [InlineData("en", "单田芳", Gender.Male, "Mr Shan")]
    [InlineData("en", "Zhang Yulin", Gender.Male, "Mr Zhang")]
    [InlineData("en", "Yulin Zhang", Gender.Male, "Mr Zhang")]
    [InlineData("en", "Jane Austen", Gender.Female, "Ms Austen")]
    public void Persons_are_greeted_by_surname(string culture, string name, Gender gender, string expected) =>
        Greet(culture, CustomerKind.Person, name, gender).ShouldBe(expected);

    [Fact]
    public void An_organisation_is_greeted_by_its_name() =>
        Greet("zh-Hans", CustomerKind.Organisation, "北京望和物业管理有限公司", Gender.Unknown).ShouldBe("北京望和物业管理有限公司");

    private static string Greet(string culture, CustomerKind kind, string name, Gender gender)
    {
        var factory = new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions { ResourcesPath = "Resources" }), NullLoggerFactory.Instance);
        var texts = new StringLocalizer<Texts>(factory);
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return new Greeter(Surnames, texts).Greet(kind, name, gender);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
