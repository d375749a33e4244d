using System.Text;
using ServicePlatform.Data;

namespace ServicePlatform.UnitTests.Kernel;

public sealed class UnicodeTextTests
{
    [Theory]
    [InlineData("ＡＢ１２", "AB12")]
    [InlineData("滤芯💧", "滤芯💧")]
    [InlineData("", "")]
    public void Texts_are_normalised(string text, string expected) => UnicodeText.Normalized(text, NormalizationForm.FormKC).ShouldBe(expected);

    [Fact]
    public void What_is_no_character_is_replaced_and_never_thrown_at()
    {
        for (var code = 0; code <= 0xFFFF; code++)
        {
            Should.NotThrow(() => UnicodeText.Normalized($"a{(char)code}", NormalizationForm.FormKC));
        }

        UnicodeText.Normalized("a\uD83D", NormalizationForm.FormKC).ShouldBe("a\uFFFD");
        UnicodeText.Normalized("a\uFFFE", NormalizationForm.FormKC).ShouldBe("a\uFFFD");
    }
}
