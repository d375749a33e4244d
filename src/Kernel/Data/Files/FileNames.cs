using System.Globalization;
using System.Text;
using ServicePlatform.Data.Files.Formats;

namespace ServicePlatform.Data.Files;

/// <summary>Makes a name that is safe to show and to save under from one that was uploaded.</summary>
internal static class FileNames
{
    private const string Stem = "file";

    /// <summary>
    /// Without folders, control and direction characters and what file systems refuse; at most 200 characters; ends as
    /// the content says, since a picture that is called <c>page.html</c> would be opened as a page.
    /// </summary>
    public static string Clean(string? name, IFileFormat format)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var plain = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            if (IsShown(rune))
            {
                plain.Append(rune.Value is ':' or '*' or '?' or '"' or '<' or '>' or '|' ? "_" : rune.ToString());
            }
        }

        var clean = UnicodeText.Normalized(plain.ToString(), NormalizationForm.FormC).TrimEnd(' ', '.');
        var extension = format.Extensions.FirstOrDefault(end => clean.EndsWith(end, StringComparison.OrdinalIgnoreCase));
        var stem = clean[..^(extension?.Length ?? 0)].Trim(' ', '.');
        extension ??= format.Extensions[0];
        return (stem.Length == 0 ? Stem : Cut(stem, Lengths.Name - extension.Length)) + extension;
    }

    private static bool IsShown(Rune rune) =>
        rune != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    /// <summary>Never cuts a character in half.</summary>
    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
