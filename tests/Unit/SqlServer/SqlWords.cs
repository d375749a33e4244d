using System.Text.RegularExpressions;

namespace ServicePlatform.UnitTests.SqlServer;

/// <summary>The words of a T-SQL script one after the other; what is no word of T-SQL, or not the expected one, is an error.</summary>
internal sealed partial class SqlWords
{
    private readonly string _batch;
    private readonly List<Match> _words;
    private int _place;

    private SqlWords(string batch)
    {
        _batch = batch;
        _words = Word().Matches(batch).ToList();
        var at = 0;
        foreach (var word in _words)
        {
            batch[at..word.Index].Trim().ShouldBe("", "no word of T-SQL");
            at = word.Index + word.Length;
        }

        batch[at..].Trim().ShouldBe("", "no word of T-SQL");
    }

    public bool AtEnd => _place >= _words.Count;

    /// <summary>A script's batches, which stand between lines that say GO.</summary>
    public static IEnumerable<SqlWords> Batches(string script) =>
        Go().Split(script).Where(batch => batch.Trim().Length > 0).Select(batch => new SqlWords(batch));

    public bool Is(string word) => !AtEnd && string.Equals(_words[_place].Value, word, StringComparison.OrdinalIgnoreCase);

    public string Next() => AtEnd ? throw Error("more") : _words[_place++].Value;

    /// <summary>Takes the words if they come next.</summary>
    public bool Takes(params ReadOnlySpan<string> words)
    {
        var start = _place;
        foreach (var word in words)
        {
            if (!Is(word))
            {
                _place = start;
                return false;
            }

            _place++;
        }

        return true;
    }

    public void Expect(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (!Is(word))
            {
                throw Error(word);
            }

            _place++;
        }
    }

    /// <summary>A name in brackets.</summary>
    public string Name()
    {
        var word = Next();
        return word is ['[', .. var name, ']'] ? name.Replace("]]", "]", StringComparison.Ordinal) : throw Error("a name in brackets, not " + word);
    }

    /// <summary>Names in parentheses, each with its direction or without.</summary>
    public IReadOnlyList<string> Names()
    {
        var names = new List<string>();
        Expect("(");
        do
        {
            names.Add(Name());
            _ = Takes("DESC") || Takes("ASC");
        }
        while (Takes(","));
        Expect(")");
        return names;
    }

    public Exception Error(string wanted) =>
        new FormatException($"Expected {wanted} at: {_batch.AsSpan(AtEnd ? Math.Max(0, _batch.Length - 80) : _words[_place].Index, Math.Min(80, AtEnd ? 80 : _batch.Length - _words[_place].Index))}");

    [GeneratedRegex(@"\[([^\]]|\]\])+\]|N?'([^']|'')*'|[A-Za-z_@][A-Za-z0-9_]*|[0-9]+(\.[0-9]+)?|[(),;=.]", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Word();

    [GeneratedRegex(@"^\s*GO\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Go();
}
