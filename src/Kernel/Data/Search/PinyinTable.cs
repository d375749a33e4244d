using System.Globalization;
using System.Text;

namespace ServicePlatform.Data.Search;

/// <summary>The reference table of initials; its form is described in <c>tools/reference-data/README.md</c>.</summary>
internal sealed class PinyinTable
{
    private const string Resource = "pinyin.tsv";
    private const int LongestSurname = 2;

    private readonly Dictionary<int, string> _letters = [];
    private readonly Dictionary<string, string> _surnames = new(StringComparer.Ordinal);

    private PinyinTable()
    {
    }

    public static PinyinTable Load()
    {
        var table = new PinyinTable();
        using var stream = typeof(PinyinTable).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource '{Resource}' is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            table.Add(line.Split('\t'));
        }

        return table;
    }

    /// <summary>All initials of the character, the usual one first; null if it is not in the table.</summary>
    public string? Find(Rune character) => _letters.GetValueOrDefault(character.Value);

    /// <summary>Initials of the surname that the characters start with, one a character; empty if it is read as usual.</summary>
    public string Surname(IReadOnlyList<string> characters)
    {
        for (var length = LongestSurname; length > 0; length--)
        {
            if (characters.Count >= length && _surnames.TryGetValue(SearchText.Piece(characters, 0, length), out var letters))
            {
                return letters;
            }
        }

        return "";
    }

    private void Add(string[] fields)
    {
        switch (fields)
        {
            case ["several", var character, var letters]:
                _letters[character.EnumerateRunes().First().Value] = letters;
                break;
            case ["surname", var name, var letters]:
                _surnames[name] = letters;
                break;
            case [var start, var letters]:
                var code = int.Parse(start, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                foreach (var letter in letters)
                {
                    _letters[code++] = letter.ToString();
                }

                break;
            default:
                throw new InvalidDataException($"A line of {Resource} has {fields.Length} fields.");
        }
    }
}
