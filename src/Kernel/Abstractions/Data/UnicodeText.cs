using System.Text;

namespace ServicePlatform.Data;

/// <summary>Unicode normalisation of texts from outside.</summary>
public static class UnicodeText
{
    private const char FirstHalf = '\uD800';
    private const int FirstNonCharacter = 0xFDD0;
    private const int LastNonCharacter = 0xFDEF;

    /// <summary>The text in the form; halves of pairs and code points that are no characters, which normalisation refuses, become U+FFFD.</summary>
    public static string Normalized(string text, NormalizationForm form) =>
        (text.All(character => character < FirstHalf) ? text : Whole(text)).Normalize(form);

    /// <summary>
    /// Characters that no person types and that nothing keeps: control characters other than tab and line ends, those that turn the
    /// direction of writing, halves of pairs, code points that are no characters.
    /// </summary>
    public static bool IsHostile(char character) =>
        (char.IsControl(character) && character is not ('\t' or '\r' or '\n'))
        || character is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\uFFFD' or '\uFFFE' or '\uFFFF' or '\u200E' or '\u200F';

    private static string Whole(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append((rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= FirstNonCharacter and <= LastNonCharacter ? Rune.ReplacementChar : rune);
        }

        return whole.ToString();
    }
}
