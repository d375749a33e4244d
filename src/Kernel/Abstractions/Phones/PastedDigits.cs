using System.Globalization;

namespace ServicePlatform.Phones;

/// <summary>
/// Telephones' address books wrap a number in marks of writing direction when it is copied (U+202D before, U+202C after). They are
/// not seen, and make a number none.
/// </summary>
public static class PastedDigits
{
    /// <summary>A number without the unseen marks around its digits; every other text as it is.</summary>
    public static string Clean(string text)
    {
        if (!text.Any(IsMark))
        {
            return text;
        }

        var plain = Strip(text);
        return plain.Any(char.IsAsciiDigit) && plain.All(IsOfNumber) ? plain.Trim() : text;
    }

    internal static string Strip(string text) => string.Concat(text.Where(character => !IsMark(character)));

    private static bool IsMark(char character) => char.GetUnicodeCategory(character) == UnicodeCategory.Format;

    private static bool IsOfNumber(char character) =>
        char.IsAsciiDigit(character) || character is >= '０' and <= '９' || character is '+' or '＋' or '-' or '(' or ')' or '（' or '）' or '.' or '－'
        || character is >= '‐' and <= '―' || char.IsWhiteSpace(character);
}
