using System.Globalization;
using System.Text;

namespace ServicePlatform.IntegrationTests.BadInput;

/// <summary>What nobody types and everybody receives one day.</summary>
internal static class Hostile
{
    /// <summary>Markup that must never come back as markup.</summary>
    public const string Markup = "\"'><svg/onload=fuzz(1)>{{7*7}}${7*7}";

    /// <summary>Ids and numbers that do not exist, or are none.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        Guid.Empty.ToString(), "01890000-0000-7000-8000-000000000001", "0", "-1", "99999999999999999999", "null", "undefined", "new", "WO-2611-999999",
        "..%2f..%2fetc%2fpasswd", "%e2%80%ae%e5%8d%95", "%f0%9f%9a%b0", "%ed%a0%80", "%ff%fe", "' OR 1=1 --", "%27;DROP TABLE x;--", "a b", "{id}", ".", new('x', 3000),
        "WO%0d%0aSet-Cookie:x=1", "%3Csvg%20onload=fuzz(1)%3E",
    ];

    /// <summary>Texts for fields of forms and query strings.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        "", " ", "\0", "a\0b", "\u0001\u001b[31m", "\u202e\u6587\u672c", "\u2066x", "\ud83d\udeb0\ud83d\udca7", "e\u0301\u0301\u0301\u0301", "\ufffe", "\ufeff", Markup, "' OR '1'='1", "%s%n", "=1+1", "NaN", "Infinity", "-0",
        "1e400", "0.1e-400", "٣", "-2147483649", "9223372036854775808", "79228162514264337593543950336", "0001-01-01", "9999-12-31", "0000-00-00", "2026-02-30", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59.9999999-14:00",
        "24:61", "true,false", "[]", "{}", "[object Object]", "../../etc/passwd", "http://127.0.0.1:1/", "//evil.example", "javascript:fuzz(1)", "C:\\con", new('漢', 5000), new('x', 200_000), new('\n', 20_000), string.Concat(Enumerable.Repeat("a,", 50_000)),
    ];

    /// <summary>Places in lists: forged, cut, of another list, of extreme keys.</summary>
    public static IReadOnlyList<string> Places { get; } =
    [
        "0", "-1", "999999999", "x", "====", "AAAA", new('A', 399), new('A', 4000), Place("9999999999999999999"), Place("-1"), Place("3155378975999999999"), Place("0"), Place("\0"), Place("\ud83d\udeb0"),
        Place("WO-2611-000001"), Place("2026-01-01"), Place("9999-12-31"), Place(""), Place("NaN"), Place(new string('z', 250)), Place("1e400"),
    ];

    private static string Place(string key) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Guid.Empty:N}{key}"))).Replace('+', '-').Replace('/', '_').TrimEnd('=');
}
