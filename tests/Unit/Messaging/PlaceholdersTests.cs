using ServicePlatform.Messaging.Templates;

namespace ServicePlatform.UnitTests.Messaging;

public sealed class PlaceholdersTests
{
    [Fact]
    public void Values_are_put_in()
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["greeting"] = "张先生", ["window"] = "今天 14:00-16:00" };

        Placeholders.Fill("{greeting}，我们{window}上门。", values).ShouldBe("张先生，我们今天 14:00-16:00上门。");
    }

    [Fact]
    public void Braces_within_a_value_are_only_text() =>
        Placeholders.Fill("{greeting}", new Dictionary<string, string>(StringComparer.Ordinal) { ["greeting"] = "{code}", ["code"] = "123456" }).ShouldBe("{code}");

    [Fact]
    public void A_missing_value_makes_no_text() => Placeholders.Fill("{greeting} {number}", new Dictionary<string, string>(StringComparer.Ordinal) { ["greeting"] = "x" }).ShouldBeNull();

    [Theory]
    [InlineData("{greeting}，您好", false)]
    [InlineData("{greeting，您好", true)]
    [InlineData("greeting}", true)]
    [InlineData("{Greeting}", true)]
    [InlineData("{ greeting }", true)]
    public void Stray_braces_are_found(string text, bool stray) => Placeholders.HasStrayBrace(text).ShouldBe(stray);

    [Fact]
    public void Names_are_listed_once() => Placeholders.In("{number} {order-number} {number}").ShouldBe(["number", "order-number"]);

    [Theory]
    [InlineData("", 0)]
    [InlineData("您好", 1)]
    public void Text_messages_are_counted(string text, int messages) => TextLength.Messages(text).ShouldBe(messages);

    [Theory]
    [InlineData(70, 1)]
    [InlineData(71, 2)]
    [InlineData(134, 2)]
    [InlineData(135, 3)]
    public void Long_Chinese_texts_are_split(int length, int messages) => TextLength.Messages(new string('水', length)).ShouldBe(messages);

    [Theory]
    [InlineData(160, 1)]
    [InlineData(161, 2)]
    public void Long_Latin_texts_are_split(int length, int messages) => TextLength.Messages(new string('w', length)).ShouldBe(messages);
}
