using ServicePlatform.Phones;

namespace ServicePlatform.Data.Search;

/// <summary>The digits by which a phone is found: national without the trunk zero in China, with the country's code elsewhere.</summary>
internal static class PhoneDigits
{
    private const string China = "+86";
    private const int Most = 15;

    public static string Of(string folded)
    {
        var e164 = PhoneNumber.Parse(folded)?.E164 ?? folded.Trim();
        var national = e164.StartsWith(China, StringComparison.Ordinal) ? e164[China.Length..] : e164;
        var digits = string.Concat(national.Where(char.IsAsciiDigit));
        return digits.Length > Most ? digits[^Most..] : digits;
    }
}
