using System.Text.RegularExpressions;
using System.Text;
using ServicePlatform.Data;

namespace ServicePlatform.Devices.Machines;

/// <summary>
/// A serial number as it is stored: capitals, digits and the marks . - _ /, without blanks. What people paste is understood:
/// full-width characters, a label before it (SN:, 序列号, 机身号) and the address that a code on the machine holds.
/// </summary>
internal static partial class SerialNumber
{
    public const int MinimumLength = 3;
    public const int MaximumLength = 64;

    /// <summary>Null where the text is no serial number.</summary>
    public static string? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 500)
        {
            return null;
        }

        var plain = UnicodeText.Normalized(text, NormalizationForm.FormKC).Trim();
        plain = FromAddress(plain) ?? plain;
        plain = Label().Replace(plain, "", 1);
        plain = Blank().Replace(plain, "").ToUpperInvariant();
        return plain.Length is >= MinimumLength and <= MaximumLength && Form().IsMatch(plain) ? plain : null;
    }

    /// <summary>The serial in the query of an address, or its last part.</summary>
    private static string? FromAddress(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return null;
        }

        var inQuery = QueryPart().Match(address.Query);
        return Uri.UnescapeDataString(inQuery.Success ? inQuery.Groups["serial"].Value : address.Segments[^1].Trim('/'));
    }

    [GeneratedRegex(@"^((s/n|序列号|机身号|机身码|产品编号|机器编号|条码)[\s:.#]*|(sn|serial(\s?(no|number))?)[\s:.#]+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Label();

    [GeneratedRegex(@"[\s\u200b\u200c\u200d\ufeff]+", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Blank();

    [GeneratedRegex("^[A-Z0-9]([A-Z0-9._/-]*[A-Z0-9])?$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Form();

    [GeneratedRegex(@"[?&](sn|serial|serialno|s)=(?<serial>[^&#]+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex QueryPart();
}
