namespace ServicePlatform.Network.Areas;

/// <summary>Codes of GB/T 2260 as areas: <c>130000</c> covers all that begins with 13, <c>131000</c> all with 1310.</summary>
internal static class AreaCodes
{
    private static readonly int[] Lengths = [9, 6, 4, 2];

    /// <summary>The part of a code that the codes inside it share.</summary>
    public static string Prefix(string code) =>
        code.Length != 6 ? code
        : code.EndsWith("0000", StringComparison.Ordinal) ? code[..2]
        : code.EndsWith("00", StringComparison.Ordinal) ? code[..4]
        : code;

    /// <summary>The division that a prefix stands for.</summary>
    public static string Division(string prefix) => prefix.Length < 6 ? prefix.PadRight(6, '0') : prefix;

    /// <summary>All prefixes that cover a place, the longest first.</summary>
    public static IReadOnlyList<string> Covering(string divisionCode) =>
        Lengths.Where(length => length <= Prefix(divisionCode).Length).Select(length => divisionCode[..length]).ToList();

    /// <summary>True where the area <paramref name="prefix"/> lies inside <paramref name="outer"/> or is the same.</summary>
    public static bool IsInside(string prefix, string outer) => prefix.StartsWith(outer, StringComparison.Ordinal);

    /// <summary>
    /// The county or county-level city that an area lies in, or null for urban districts, which hold many outlets, and for
    /// larger areas. Told by the code: prefectures 21 to 50 and 90 have no districts; elsewhere 21 to 50 are counties and
    /// banners and 81 to 99 county-level cities.
    /// </summary>
    public static string? County(string prefix)
    {
        if (prefix.Length < 6)
        {
            return null;
        }

        var prefecture = int.Parse(prefix.AsSpan(2, 2), System.Globalization.CultureInfo.InvariantCulture);
        var sequence = int.Parse(prefix.AsSpan(4, 2), System.Globalization.CultureInfo.InvariantCulture);
        var isCounty = prefecture is (>= 21 and <= 50) or 90 || sequence is (>= 21 and <= 50) or (>= 81 and <= 99);
        return isCounty ? prefix[..6] : null;
    }
}
