using ServicePlatform.Search;

namespace ServicePlatform.Data.Search;

/// <summary>Makes the tokens that a subject is found by.</summary>
internal sealed class SubjectTokens(PinyinInitials pinyin)
{
    /// <summary>Characters of a name in one token; longer words are looked up in pieces of this length.</summary>
    public const int NameWindow = 12;

    /// <summary>Characters of a serial in one token.</summary>
    public const int SerialWindow = 60;

    private const int MostTokens = 200;
    private const int LongestName = 80;

    /// <summary>Names of people and short names of places are found by initials from any character on, long ones from their start.</summary>
    private const int ShortName = 8;

    private const int MostReadings = 8;

    /// <summary>At most 200, each at most 64 characters. Each text gives its best tokens first, so that a long one starves no other.</summary>
    public IReadOnlyCollection<string> Of(IReadOnlyCollection<(SearchField Field, string Text)> texts)
    {
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        var lists = texts.Select(text => Of(text.Field, SearchText.Fold(text.Text)).ToList()).ToList();
        for (var place = 0; lists.Exists(list => list.Count > place); place++)
        {
            foreach (var list in lists.Where(list => list.Count > place && tokens.Count < MostTokens))
            {
                tokens.Add(list[place]);
            }
        }

        return tokens;
    }

    private IEnumerable<string> Of(SearchField field, string folded) => field switch
    {
        SearchField.Name => Name(SearchText.Characters(folded)),
        SearchField.Phone => Phone(PhoneDigits.Of(folded)),
        SearchField.Serial => Serial(SearchText.Characters(folded)),
        SearchField.Number => Running(SearchText.Running(folded)).Concat(Serial(SearchText.Characters(folded))),
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    private IEnumerable<string> Name(IReadOnlyList<string> characters)
    {
        var name = characters.Take(LongestName).ToList();
        if (name.Count == 0)
        {
            yield break;
        }

        yield return TokenTags.NameStart + SearchText.Piece(name, 0, NameWindow);
        var isShort = name.Count <= ShortName;
        var ways = SearchText.IsAscii(string.Concat(name)) ? [] : pinyin.Of(name, isShort ? MostReadings : 1);
        foreach (var way in ways.Where(way => way.Length > 1))
        {
            yield return TokenTags.InitialsStart + Start(way);
        }

        for (var from = 1; from < name.Count - 1; from++)
        {
            yield return TokenTags.NameInside + SearchText.Piece(name, from, NameWindow);
        }

        foreach (var way in isShort ? ways : [])
        {
            for (var from = 1; from < way.Length - 1; from++)
            {
                yield return TokenTags.InitialsInside + Start(way[from..]);
            }
        }
    }

    private static string Start(string initials) => initials.Length > NameWindow ? initials[..NameWindow] : initials;

    private static IEnumerable<string> Phone(string digits) =>
        digits.Length == 0 ? [] : [TokenTags.Phone + SearchText.Reverse(digits)];

    private static IEnumerable<string> Serial(IReadOnlyList<string> characters)
    {
        var serial = string.Concat(characters.Where(SearchText.IsAscii).Take(SerialWindow));
        return serial.Length == 0 ? [] : [TokenTags.Serial + serial, TokenTags.SerialBackwards + SearchText.Reverse(serial)];
    }

    private static IEnumerable<string> Running(string digits) =>
        digits.Length == 0 ? [] : [TokenTags.Running + digits + TokenTags.End];
}
