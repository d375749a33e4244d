using System.Text.RegularExpressions;

namespace ServicePlatform.Phones;

public enum PhoneKind
{
    Mobile,
    Landline,

    /// <summary>A 400 or 800 number: an organisation's, never a person's mobile.</summary>
    Hotline,

    /// <summary>Written with another country's code.</summary>
    Foreign,
}

/// <summary>A telephone number as stored (E.164) and as people in its country read it.</summary>
public sealed partial record PhoneNumber(string E164, PhoneKind Kind)
{
    /// <summary>
    /// Reads what people type or paste: blanks, dashes, brackets, +86, full-width digits and unseen marks are understood. Null if it is no number.
    /// </summary>
    public static PhoneNumber? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 40)
        {
            return null;
        }

        var plain = Noise().Replace(string.Concat(PastedDigits.Strip(text).Select(Narrow)), "");
        if (plain.StartsWith("00", StringComparison.Ordinal))
        {
            plain = "+" + plain[2..];
        }

        if (plain.StartsWith('+') && !plain.StartsWith("+86", StringComparison.Ordinal))
        {
            return ForeignForm().IsMatch(plain) ? new PhoneNumber(plain, PhoneKind.Foreign) : null;
        }

        if (plain.StartsWith("+86", StringComparison.Ordinal))
        {
            plain = plain[3..];
        }
        else if (plain.Length > 11 && plain.StartsWith("86", StringComparison.Ordinal))
        {
            plain = plain[2..];
        }

        if (MobileForm().IsMatch(plain))
        {
            return new PhoneNumber("+86" + plain, PhoneKind.Mobile);
        }

        if (HotlineForm().IsMatch(plain))
        {
            return new PhoneNumber("+86" + plain, PhoneKind.Hotline);
        }

        // Stored without the trunk 0; a landline typed after +86 has usually lost it already.
        return LandlineForm().IsMatch(plain) ? new PhoneNumber("+86" + plain.TrimStart('0'), PhoneKind.Landline) : null;
    }

    /// <summary>Full-width forms of an input method are the ASCII ones moved up.</summary>
    private static char Narrow(char character) => character is >= '！' and <= '～' ? (char)(character - '！' + '!') : character;

    /// <summary>For people: <c>138 0000 1234</c>, <c>010 8888 1234</c>, <c>400 000 1234</c>.</summary>
    public static string Display(string e164)
    {
        if (!e164.StartsWith("+86", StringComparison.Ordinal))
        {
            return e164;
        }

        var local = e164[3..];
        if (MobileForm().IsMatch(local))
        {
            return $"{local[..3]} {local[3..7]} {local[7..]}";
        }

        if (HotlineForm().IsMatch(local))
        {
            return $"{local[..3]} {local[3..6]} {local[6..]}";
        }

        var area = local.StartsWith('1') || local.StartsWith('2') ? 2 : 3;
        return local.Length > area + 4 ? $"0{local[..area]} {local[area..^4]} {local[^4..]}" : local;
    }

    /// <summary>With the middle hidden: <c>138 **** 1234</c>.</summary>
    public static string Mask(string e164)
    {
        // Groups as people read them, so that a landline keeps its area code: 010 **** 1234.
        if (Display(e164).Split(' ') is [var first, var middle, var last] && last.Length == 4)
        {
            return $"{first} {new string('*', middle.Length)} {last}";
        }

        var digits = e164.StartsWith("+86", StringComparison.Ordinal) ? e164[3..] : e164;
        return digits.Length < 8 ? new string('*', digits.Length) : $"{digits[..3]} **** {digits[^4..]}";
    }

    [GeneratedRegex(@"[\s\-()‐-―－.]", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Noise();

    [GeneratedRegex(@"^1[3-9][0-9]{9}$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex MobileForm();

    [GeneratedRegex(@"^[48]00[0-9]{7}$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex HotlineForm();

    [GeneratedRegex(@"^(0[1-9][0-9]{1,2}|10|2[0-9]|[3-9][0-9]{2})[2-9][0-9]{6,7}$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex LandlineForm();

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex ForeignForm();
}
