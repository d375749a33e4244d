using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace ServicePlatform.Data.Timelines;

/// <summary>Values of a fact as stored: a JSON array that fits its column.</summary>
internal static class FactValues
{
    private const int LongestValue = 400;
    private const string Omission = "…";

    // Unescaped, since \uXXXX takes six times the room of a Chinese character.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(IReadOnlyList<string> values)
    {
        for (var length = LongestValue; ; length /= 2)
        {
            var json = JsonSerializer.Serialize(values.Select(value => Shorten(value, length)), Plain);
            if (json.Length <= Lengths.Text || length == 0)
            {
                return json;
            }
        }
    }

    public static IReadOnlyList<string> Read(string json) => JsonSerializer.Deserialize<List<string>>(json) ?? [];

    private static string Shorten(string value, int length)
    {
        if (value.Length <= length)
        {
            return value;
        }

        var cut = Math.Max(length - 1, 0);
        return string.Concat(value.AsSpan(0, cut > 0 && char.IsHighSurrogate(value[cut - 1]) ? cut - 1 : cut), Omission);
    }
}
