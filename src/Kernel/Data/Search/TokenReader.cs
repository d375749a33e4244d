using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Sites;

namespace ServicePlatform.Data.Search;

/// <summary>A subject and how well it fits; less is better.</summary>
internal readonly record struct TokenHit(Guid Id, int Rank);

/// <summary>Reads tokens of one kind of subject.</summary>
internal sealed class TokenReader(SiteDbContext db, string kind)
{
    private const int Chunk = 200;

    /// <summary>Subjects that a word finds, best first; at most <paramref name="most"/> tokens are read from each of its ranges.</summary>
    public async Task<IReadOnlyList<TokenHit>> FindAsync(SearchWord word, int most, CancellationToken cancellationToken)
    {
        // One index range for each, put together: with OR between them, SQLite would read the whole kind instead.
        var tokens = await word.Ranges.Select(range => In(range, most)).Aggregate(Queryable.Concat).ToListAsync(cancellationToken);
        return Best(tokens, word);
    }

    /// <summary>Those of the subjects that the word fits too.</summary>
    public async Task<IReadOnlyList<TokenHit>> ChooseAsync(IEnumerable<Guid> subjects, SearchWord word, CancellationToken cancellationToken)
    {
        var tokens = new List<Hit>();
        foreach (var ids in subjects.Chunk(Chunk))
        {
            tokens.AddRange(await db.Set<SearchToken>().AsNoTracking()
                .Where(token => ids.Contains(token.SubjectId) && token.Kind == kind)
                .Select(token => new Hit(token.SubjectId, token.Token))
                .ToListAsync(cancellationToken));
        }

        return Best(tokens, word);
    }

    private static List<TokenHit> Best(IEnumerable<Hit> tokens, SearchWord word) => tokens
        .Select(token => (token.SubjectId, Rank: word.Rank(token.Token)))
        .Where(hit => hit.Rank is not null)
        .GroupBy(hit => hit.SubjectId)
        .Select(group => new TokenHit(group.Key, group.Min(hit => hit.Rank!.Value)))
        .ToList();

    private IQueryable<Hit> In(TokenRange range, int most) => db.Set<SearchToken>().AsNoTracking()
        .Where(token => token.Kind == kind && string.Compare(token.Token, range.Low) >= 0 && string.Compare(token.Token, range.High) < 0)
        .OrderBy(token => token.Token)
        .Take(most)
        .Select(token => new Hit(token.SubjectId, token.Token));

    private sealed record Hit(Guid SubjectId, string Token);
}
