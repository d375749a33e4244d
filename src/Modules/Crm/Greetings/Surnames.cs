using System.Collections.Frozen;

namespace ServicePlatform.Crm.Greetings;

/// <summary>Chinese surnames with their readings, two-character ones too; and which word of a Latin name is the surname.</summary>
internal sealed class Surnames
{
    private readonly FrozenDictionary<string, string> _readings;
    private readonly FrozenSet<string> _latin;
    private readonly int _longest;

    private Surnames(Dictionary<string, string> readings)
    {
        _readings = readings.ToFrozenDictionary(StringComparer.Ordinal);
        _latin = readings.Values.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _longest = readings.Keys.Max(surname => surname.Length);
    }

    public static Surnames Load()
    {
        using var stream = typeof(Surnames).Assembly.GetManifestResourceStream("surnames.tsv")
            ?? throw new InvalidOperationException("The reference data surnames.tsv is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new Surnames(lines.Select(line => line.Split('\t')).ToDictionary(parts => parts[0], parts => parts[1].Trim(), StringComparer.Ordinal));
    }

    /// <summary>The surname as it is written in the name.</summary>
    public string Of(string name)
    {
        name = name.Trim();
        return name.Length == 0 || IsHan(name[0]) ? OfChinese(name) : OfLatin(name);
    }

    /// <summary>In Latin letters where the reading is known, else as written.</summary>
    public string Romanised(string name)
    {
        var surname = Of(name);
        return _readings.GetValueOrDefault(surname) ?? surname;
    }

    private string OfChinese(string name)
    {
        for (var length = Math.Min(_longest, name.Length); length > 1; length--)
        {
            if (_readings.ContainsKey(name[..length]))
            {
                return name[..length];
            }
        }

        return name.Length == 0 ? "" : name[..1];
    }

    /// <summary>Zhang Yulin and Yulin Zhang are both Mr Zhang; John Smith is Mr Smith.</summary>
    private string OfLatin(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return _latin.Contains(words[0]) ? words[0] : words[^1];
    }

    private static bool IsHan(char character) => character is >= '\u3400' and <= '\u9fff';
}
