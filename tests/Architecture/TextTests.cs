using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ServicePlatform.ArchitectureTests;

/// <summary>Chinese and English are both complete.</summary>
public sealed partial class TextTests
{
    public static TheoryData<string> Resources() =>
        new(Product.Files("src", "*.resx").Where(path => !path.EndsWith(".zh-Hans.resx", StringComparison.Ordinal)).Select(Product.Relative));

    [Theory]
    [MemberData(nameof(Resources))]
    public void Both_languages_have_the_same_keys_and_placeholders(string resource)
    {
        var english = Read(Path.Combine(Product.Root, resource));
        var chinese = Read(Path.Combine(Product.Root, resource.Replace(".resx", ".zh-Hans.resx", StringComparison.Ordinal)));

        english.Keys.Except(chinese.Keys).ShouldBeEmpty("no Chinese text");
        chinese.Keys.Except(english.Keys).ShouldBeEmpty("no English text");
        english.Where(text => Placeholders(text.Value) is var wanted && !wanted.SetEquals(Placeholders(chinese[text.Key]))).Select(text => text.Key).ShouldBeEmpty("other placeholders");
        english.Where(text => text.Value.Trim().Length == 0).Select(text => text.Key).ShouldBeEmpty("empty");
        chinese.Where(text => text.Value.Trim().Length == 0).Select(text => text.Key).ShouldBeEmpty("empty");
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public void English_texts_are_English(string resource) =>
        Read(Path.Combine(Product.Root, resource)).Where(text => Chinese().IsMatch(text.Value) && text.Value != "中文").Select(text => text.Key).ShouldBeEmpty();

    [Fact]
    public void Every_key_that_the_code_names_is_there()
    {
        var shared = Read(Path.Combine(Product.Root, "src/Kernel/Abstractions/Resources/UiTexts.resx")).Keys.ToHashSet(StringComparer.Ordinal);
        var missing =
            from project in Product.Files("src", "*.csproj").Select(Path.GetDirectoryName)
            let keys = Directory.Exists(Path.Combine(project!, "Resources"))
                ? Directory.GetFiles(Path.Combine(project!, "Resources"), "*.resx").Where(path => !path.EndsWith(".zh-Hans.resx", StringComparison.Ordinal)).SelectMany(path => Read(path).Keys).ToHashSet(StringComparer.Ordinal)
                : []
            from path in Product.Files(project!, "*.cs").Concat(Product.Files(project!, "*.cshtml"))
            from Match match in NamedKey().Matches(File.ReadAllText(path))
            let key = match.Groups["key"].Value
            where !keys.Contains(key) && !shared.Contains(key)
            select $"{Product.Relative(path)}: {key}";

        missing.Distinct(StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void Views_hold_no_Chinese_text()
    {
        var wrong =
            from path in Product.Files("src", "*.cshtml")
            where Chinese().IsMatch(File.ReadAllText(path))
            select Product.Relative(path);

        wrong.ShouldBeEmpty();
    }

    private static Dictionary<string, string> Read(string path) =>
        XDocument.Load(path).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    private static HashSet<string> Placeholders(string text) =>
        Placeholder().Matches(text).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d+", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[\u4e00-\u9fff]", RegexOptions.None, 1000)]
    private static partial Regex Chinese();

    [GeneratedRegex(@"\b(T|texts|Texts)\[""(?<key>[A-Za-z][\w.\-]*)""[,\]]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedKey();
}
