using ServicePlatform.Data.Search;
using ServicePlatform.Search;

namespace ServicePlatform.UnitTests.Kernel.Search;

public sealed class SubjectTokensTests
{
    private readonly PinyinInitials _pinyin = new();
    private readonly SubjectTokens _tokens;

    public SubjectTokensTests() => _tokens = new SubjectTokens(_pinyin);

    [Theory]
    [InlineData("张伟民", "zwm")]
    [InlineData("单于飞", "cyf")]
    [InlineData("单晓红", "sxh")]
    [InlineData("欧阳修", "oyx")]
    [InlineData("曾国强", "zgq")]
    [InlineData("重庆", "cq")]
    [InlineData("TCL大厦", "tclds")]
    public void Initials_are_those_that_people_type(string name, string initials) =>
        _pinyin.Of(SearchText.Characters(SearchText.Fold(name)), 8).ShouldContain(initials, StringComparer.Ordinal);

    [Fact]
    public void Readings_are_bounded()
    {
        var characters = SearchText.Characters(string.Concat(Enumerable.Repeat("万重单", 20)));
        _pinyin.Of(characters, 8).Count.ShouldBeInRange(1, 8);
        _pinyin.Of(characters, 8).ShouldAllBe(way => way.Length == 60);
    }

    [Fact]
    public void A_name_is_cut_at_each_character() =>
        Of(SearchField.Name, " 张·伟民 ").ShouldBe(["n张伟民", "izwm", "m伟民", "jwm"], ignoreOrder: true);

    [Fact]
    public void Width_case_and_signs_do_not_matter() =>
        Of(SearchField.Serial, "ＡＱ－９０ x/7").ShouldBe(Of(SearchField.Serial, "aq90x7"));

    [Fact]
    public void Phones_and_serials_are_stored_backwards_too()
    {
        Of(SearchField.Phone, "+86 138-0000-1234").ShouldBe(["t43210000831"]);
        Of(SearchField.Phone, "010 8888 1234").ShouldBe(["t4321888801"]);
        Of(SearchField.Serial, "AQ90-7").ShouldBe(["saq907", "r709qa"]);
        Of(SearchField.Number, "WO-2611-000123").ShouldBe(["#123.", "swo2611000123", "r3210001162ow"]);
    }

    [Fact]
    public void Tokens_stay_within_bounds_and_no_text_starves_another()
    {
        string Place(int number) => string.Concat(Enumerable.Range(0, 300).Select(place => (char)('一' + (37 * place) + number)));
        var texts = Enumerable.Range(0, 10).Select(number => (SearchField.Name, Place(number))).Append((SearchField.Phone, "13800001234")).ToList();
        var tokens = _tokens.Of(texts);
        tokens.Count.ShouldBe(200);
        tokens.ShouldAllBe(token => token.Length <= 64);
        tokens.ShouldContain("t43210000831", StringComparer.Ordinal);
        Of(SearchField.Serial, new string('7', 500)).ShouldAllBe(token => token.Length <= 64);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  -- ")]
    [InlineData("\uD83D")]
    [InlineData("\0\u202E")]
    public void Nothing_comes_of_nothing(string text)
    {
        foreach (var field in Enum.GetValues<SearchField>())
        {
            Of(field, text).ShouldBeEmpty();
        }
    }

    private IReadOnlyCollection<string> Of(SearchField field, string text) => _tokens.Of([(field, text)]);
}
