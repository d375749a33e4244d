using System.Text.RegularExpressions;

namespace ServicePlatform.Data.Search;

/// <summary>Understands what a person typed.</summary>
internal static partial class SearchWords
{
    private const int Most = 5;
    private const int LeastPhone = 4;
    private const int LeastSerial = 4;
    private const int LongestRunning = 9;

    /// <summary>Digits in groups are one phone if there are as many as a phone has; fewer may be house and room.</summary>
    private const int PhoneLength = 7;

    /// <summary>Empty if no word is long enough to find anything.</summary>
    public static IReadOnlyList<SearchWord> Parse(string text)
    {
        var words = Join(Separators().Split(SearchText.Fold(text)).Where(part => part.Length > 0))
            .SelectMany(Read)
            .Where(word => word.Ranges.Count > 0)
            .Take(Most)
            .ToList();
        return words.Exists(word => word.IsNarrow) ? words : [];
    }

    /// <summary>Puts together what people write apart: <c>138 0000 1234</c>.</summary>
    private static IEnumerable<string> Join(IEnumerable<string> parts)
    {
        var run = new List<string>();
        foreach (var part in parts.Append(""))
        {
            if (part.Length > 0 && PhonePart().IsMatch(part))
            {
                run.Add(part);
                continue;
            }

            var joined = string.Concat(run);
            foreach (var word in joined.Count(char.IsAsciiDigit) >= PhoneLength ? [joined] : run)
            {
                yield return word;
            }

            run.Clear();
            if (part.Length > 0)
            {
                yield return part;
            }
        }
    }

    private static IEnumerable<SearchWord> Read(string word)
    {
        var characters = SearchText.Characters(word);
        var plain = string.Concat(characters);
        if (SearchText.IsAscii(plain) || characters.Count <= SubjectTokens.NameWindow)
        {
            yield return new SearchWord(Ranges(word, plain, characters).ToList(), characters.Count > 1 || SearchText.IsDigits(plain));
            yield break;
        }

        // A long name or address: each piece must be in it, the last one with its full length.
        for (var from = 0; from < characters.Count; from += SubjectTokens.NameWindow)
        {
            var start = Math.Min(from, characters.Count - SubjectTokens.NameWindow);
            yield return new SearchWord(Names(SearchText.Piece(characters, start, SubjectTokens.NameWindow)).ToList(), IsNarrow: true);
        }
    }

    private static IEnumerable<TokenRange> Ranges(string word, string plain, IReadOnlyList<string> characters)
    {
        var isAscii = SearchText.IsAscii(plain);
        if (SearchText.IsDigits(plain))
        {
            foreach (var range in Digits(word, plain))
            {
                yield return range;
            }
        }

        if (isAscii && plain.Length >= LeastSerial && plain.Length <= SubjectTokens.SerialWindow)
        {
            yield return new TokenRange(TokenTags.Serial + plain, 1);
            yield return new TokenRange(TokenTags.SerialBackwards + SearchText.Reverse(plain), 2);
        }

        if (characters.Count > 1 || (characters.Count == 1 && !isAscii))
        {
            foreach (var range in Names(SearchText.Piece(characters, 0, SubjectTokens.NameWindow)))
            {
                yield return range;
            }
        }

        if (plain.Length > 1 && plain.All(char.IsAsciiLetterLower))
        {
            var initials = plain.Length > SubjectTokens.NameWindow ? plain[..SubjectTokens.NameWindow] : plain;
            yield return new TokenRange(TokenTags.InitialsStart + initials, 1);
            yield return new TokenRange(TokenTags.InitialsInside + initials, 3);
        }
    }

    private static IEnumerable<TokenRange> Digits(string word, string plain)
    {
        var phone = PhoneDigits.Of(word);
        if (phone.Length >= LeastPhone)
        {
            yield return new TokenRange(TokenTags.Phone + SearchText.Reverse(phone), 0);
        }

        var running = plain.TrimStart('0');
        if (running.Length is > 0 and <= LongestRunning)
        {
            yield return new TokenRange(TokenTags.Running + running + TokenTags.End, 0);
        }
    }

    private static IEnumerable<TokenRange> Names(string piece) =>
        [new TokenRange(TokenTags.NameStart + piece, 0), new TokenRange(TokenTags.NameInside + piece, 2)];

    [GeneratedRegex(@"[\s,;、。；]+", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Separators();

    [GeneratedRegex(@"^[0-9+().-]+$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex PhonePart();
}
