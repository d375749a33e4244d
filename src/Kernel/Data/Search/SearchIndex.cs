using ServicePlatform.Data.Sites;
using ServicePlatform.Search;

namespace ServicePlatform.Data.Search;

internal sealed class SearchIndex(SiteDbContext db, SubjectTokens subjectTokens) : ISearchIndex
{
    private const int MostAnswers = 1000;

    /// <summary>Tokens that a word may find for it to be intersected in full; a wider one only chooses among what the others found.</summary>
    private const int MostTokens = 2000;

    private readonly StoredTokens _stored = new(db);

    public async Task SetAsync(Subject subject, IReadOnlyCollection<(SearchField Field, string Text)> texts, CancellationToken cancellationToken) =>
        await _stored.ReplaceAsync(subject, subjectTokens.Of(texts), cancellationToken);

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
        var reader = new TokenReader(db, kind);
        var hits = words.Count == 1
            ? await reader.FindAsync(words[0], 2 * bounded, cancellationToken)
            : await FindAllAsync(reader, words, cancellationToken);

        // Of equal hits the newest first: keys order by creation.
        return hits.OrderBy(hit => hit.Rank).ThenByDescending(hit => hit.Id).Take(bounded).Select(hit => hit.Id).ToList();
    }

    /// <summary>Subjects that every word fits. Starts from the word that finds fewest, since a common one finds half the table.</summary>
    private static async Task<IReadOnlyList<TokenHit>> FindAllAsync(TokenReader reader, IReadOnlyList<SearchWord> words, CancellationToken cancellationToken)
    {
        var found = new List<(SearchWord Word, IReadOnlyList<TokenHit> Hits)>();
        foreach (var word in words.Where(word => word.IsNarrow))
        {
            found.Add((word, await reader.FindAsync(word, MostTokens, cancellationToken)));
        }

        var (first, hits) = found.MinBy(each => each.Hits.Count);
        foreach (var word in words.Where(word => word != first))
        {
            var fitting = await reader.ChooseAsync(hits.Select(hit => hit.Id), word, cancellationToken);
            var ranks = fitting.ToDictionary(hit => hit.Id, hit => hit.Rank);
            hits = hits.Where(hit => ranks.ContainsKey(hit.Id)).Select(hit => hit with { Rank = hit.Rank + ranks[hit.Id] }).ToList();
        }

        return hits;
    }
}
