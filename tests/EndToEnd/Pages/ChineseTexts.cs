using System.Xml.Linq;
using ServicePlatform.EndToEndTests.Fixture;

namespace ServicePlatform.EndToEndTests.Pages;

/// <summary>Everything that the product says in Chinese, so that an English page can be searched for it.</summary>
internal static class ChineseTexts
{
    /// <summary>What the demo calls a site and a step: data, in the words of whoever wrote it.</summary>
    private static readonly string[] AlsoData = ["平台运营", "更换滤芯"];

    /// <summary>Whole texts of two characters and more; those with places for values are left out.</summary>
    public static IReadOnlyList<string> All { get; } = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "Texts.zh-Hans.resx", SearchOption.AllDirectories)
        .SelectMany(path => XDocument.Load(path).Root!.Elements("data"))
        .Select(data => data.Element("value")!.Value.Trim())
        .Where(text => text.Length > 1 && !text.Contains('{', StringComparison.Ordinal) && text.Any(character => character is >= '一' and <= '鿿'))
        .Except(AlsoData, StringComparer.Ordinal)
        .ToList();
}
