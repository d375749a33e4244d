namespace ServicePlatform.Data.Search;

/// <summary>Tokens that begin with a text.</summary>
/// <param name="Rank">How good a hit is; 0 is best.</param>
internal sealed record TokenRange(string Low, int Rank)
{
    /// <summary>The last code point there is, which no text contains.</summary>
    private const string Beyond = "\U0010FFFF";

    public string High { get; } = Low + Beyond;

    public bool Holds(string token) => token.StartsWith(Low, StringComparison.Ordinal);
}

/// <summary>One of the words that a person typed: found if a token lies in any of its ranges.</summary>
/// <param name="IsNarrow">Good for finding; otherwise too short, and good only for choosing among what other words have found.</param>
internal sealed record SearchWord(IReadOnlyList<TokenRange> Ranges, bool IsNarrow)
{
    private const int None = int.MaxValue;

    /// <summary>Rank of the hit, one better if the token is no longer than what was typed; null if it is none.</summary>
    public int? Rank(string token)
    {
        var best = None;
        foreach (var range in Ranges)
        {
            if (range.Holds(token))
            {
                best = Math.Min(best, (2 * range.Rank) + (token.Length == range.Low.Length ? 0 : 1));
            }
        }

        return best == None ? null : best;
    }
}
