using ServicePlatform.Messaging.Codes;
using ServicePlatform.Messaging.Recipes;
using ServicePlatform.Messaging.Templates;

namespace ServicePlatform.UnitTests.Messaging;

public sealed class DefaultTemplatesTests
{
    [Fact]
    public void Every_default_is_complete_and_readable()
    {
        var defaults = MessageTemplatesStep.Defaults();

        defaults.DistinctBy(template => template.Code, StringComparer.Ordinal).Count().ShouldBe(defaults.Count);
        defaults.ShouldContain(template => template.Code == SignInCodeSender.TemplateCode);
        foreach (var template in defaults)
        {
            template.Name.ShouldNotBeNullOrEmpty();
            template.EnglishName.ShouldNotBeNullOrEmpty();
            Placeholders.HasStrayBrace(template.Zh + template.En).ShouldBeFalse(template.Code);
            Placeholders.In(template.Zh).Order(StringComparer.Ordinal).ShouldBe(Placeholders.In(template.En).Order(StringComparer.Ordinal), template.Code);
            template.Zh.Length.ShouldBeLessThanOrEqualTo(MessageTemplate.MaximumText);
        }
    }

    [Fact]
    public void A_text_in_one_language_stands_in_for_the_other()
    {
        var template = new MessageTemplate { Code = "x", Name = "x", ChineseText = "您好", EnglishText = "" };

        template.TextIn(MessageLanguage.English).ShouldBe("您好");
        template.TextIn(MessageLanguage.Chinese).ShouldBe("您好");
    }
}
