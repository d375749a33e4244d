using System.Text;

namespace ServicePlatform.Data.Search;

/// <summary>Brings texts into the one form in which they are stored and looked up.</summary>
internal static class SearchText
{
    private const int Longest = 200;

    /// <summary>Full width to half width, compatibility forms to plain ones, lower case; the first 200 characters.</summary>
    public static string Fold(string text)
    {
        var beginning = text.Length > Longest ? text[..Longest] : text;
        return UnicodeText.Normalized(beginning, NormalizationForm.FormKC).ToLowerInvariant();
    }

    /// <summary>Letters and digits alone, each as one string: blanks and signs are typed in as many ways as there are people.</summary>
    public static IReadOnlyList<string> Characters(string folded) =>
        folded.EnumerateRunes().Where(rune => Rune.IsLetterOrDigit(rune) && rune != Rune.ReplacementChar).Select(rune => rune.ToString()).ToList();

    /// <summary>At most <paramref name="count"/> characters from a place on.</summary>
    public static string Piece(IReadOnlyList<string> characters, int from, int count) => string.Concat(characters.Skip(from).Take(count));

    public static string Reverse(string ascii) => string.Create(ascii.Length, ascii, static (target, source) =>
    {
        source.CopyTo(target);
        target.Reverse();
    });

    public static bool IsAscii(string text) => text.All(char.IsAscii);

    public static bool IsDigits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    /// <summary>The running part of a number without its leading zeros: <c>WO-2611-000123</c> gives <c>123</c>; empty if there is none.</summary>
    public static string Running(string folded)
    {
        var start = folded.Length;
        while (start > 0 && char.IsAsciiDigit(folded[start - 1]))
        {
            start--;
        }

        return folded[start..].TrimStart('0');
    }
}
