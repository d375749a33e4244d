using ServicePlatform.Data.Sites;
using ServicePlatform.Search;

namespace ServicePlatform.Data.Search;

internal sealed class SearchIndex(SiteDbContext db, SubjectTokens subjectTokens, SearchScope scope) : ISearchIndex
{
    private const int MostAnswers = 1000;

    /// <summary>Tokens that are read for one of several words. Where each finds more, the answer is good but need not be complete.</summary>
    private const int MostTokens = 1000;

    /// <summary>Subjects that are held against the other words at a time.</summary>
    private const int Chunk = 200;

    private readonly StoredTokens _stored = new(db);

    public async Task SetAsync(Subject subject, IReadOnlyCollection<(SearchField Field, string Text)> texts, CancellationToken cancellationToken) =>
        await _stored.ReplaceAsync(subject, subjectTokens.Of(texts), cancellationToken);

    public async Task AddAsync(Subject subject, IReadOnlyCollection<(SearchField Field, string Text)> texts, CancellationToken cancellationToken) =>
        await _stored.AddAsync(subject, subjectTokens.Of(texts), cancellationToken);

    public async Task RemoveAsync(Subject subject, CancellationToken cancellationToken) =>
        await _stored.ReplaceAsync(subject, [], cancellationToken);

    public async Task<IReadOnlyList<Guid>> FindAsync(string kind, string text, int limit, CancellationToken cancellationToken)
    {
        var words = SearchWords.Parse(text);
        if (words.Count == 0 || limit < 1)
        {
            return [];
        }

        var bounded = Math.Min(limit, MostAnswers);
        var reader = new TokenReader(db, kind, scope.Of(db, kind));
        var hits = words.Count == 1
            ? await reader.FindAsync(words[0], 2 * bounded, cancellationToken)
            : await FindAllAsync(reader, words, bounded, cancellationToken);
        return Sort(hits).Take(bounded).Select(hit => hit.Id).ToList();
    }

    /// <summary>Of equal hits the newest first: keys order by creation.</summary>
    private static IEnumerable<TokenHit> Sort(IEnumerable<TokenHit> hits) => hits.OrderBy(hit => hit.Rank).ThenByDescending(hit => hit.Id);

    /// <summary>
    /// Subjects that every word fits. Starts from the word that finds fewest, best ones first, and stops when there are
    /// enough: two common words would otherwise walk through half the table.
    /// </summary>
    private static async Task<IReadOnlyList<TokenHit>> FindAllAsync(
        TokenReader reader, IReadOnlyList<SearchWord> words, int enough, CancellationToken cancellationToken)
    {
        var found = new List<(SearchWord Word, IReadOnlyList<TokenHit> Hits)>();
        foreach (var word in words.Where(word => word.IsNarrow))
        {
            found.Add((word, await reader.FindAsync(word, MostTokens, cancellationToken)));
        }

        var (first, candidates) = found.MinBy(each => each.Hits.Count);
        var fitting = new List<TokenHit>();
        foreach (var chunk in Sort(candidates).Chunk(Chunk))
        {
            IReadOnlyList<TokenHit> left = chunk;
            foreach (var word in words.Where(word => word != first))
            {
                left = left.Count == 0 ? left : await reader.ChooseAsync(left, word, cancellationToken);
            }

            fitting.AddRange(left);
            if (fitting.Count >= enough)
            {
                break;
            }
        }

        return fitting;
    }
}
