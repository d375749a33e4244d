using System.Globalization;

namespace ServicePlatform.Data.Search;

/// <summary>First letters of Chinese characters as people type them: 张伟民 is zwm. Loaded at the first use.</summary>
internal sealed class PinyinInitials
{
    private const char Unknown = '-';

    private readonly Lazy<PinyinTable> _table = new(PinyinTable.Load);

    /// <summary>
    /// The ways to write the characters by their initials, the usual one first, at most <paramref name="most"/>: some
    /// characters have several readings, and some another one as a surname. Characters without a known reading are left out.
    /// </summary>
    public IReadOnlyList<string> Of(IReadOnlyList<string> characters, int most)
    {
        var ways = new List<string> { "" };
        var surname = _table.Value.Surname(characters);
        for (var place = 0; place < characters.Count; place++)
        {
            var letters = Letters(characters[place]);
            if (place < surname.Length)
            {
                letters = surname[place] + letters.Replace(surname[place].ToString(), "", StringComparison.Ordinal);
            }

            if (letters.Length > 0)
            {
                var used = ways.Count * letters.Length <= most ? letters : letters[..1];
                ways = used.SelectMany(letter => ways.Select(way => way + letter)).ToList();
            }
        }

        return ways;
    }

    private string Letters(string character)
    {
        var rune = character.EnumerateRunes().First();
        if (_table.Value.Find(rune) is { } known)
        {
            return known.Replace(Unknown.ToString(), "", StringComparison.Ordinal);
        }

        // What is written in letters stands for itself: TCL大厦 is tcld, s.
        return rune.Value < 0x2E80 ? character.ToLower(CultureInfo.InvariantCulture) : "";
    }
}
