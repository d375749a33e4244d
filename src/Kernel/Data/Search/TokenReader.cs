using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using ServicePlatform.Data.Sites;

namespace ServicePlatform.Data.Search;

/// <summary>A subject and how well it fits; less is better.</summary>
internal readonly record struct TokenHit(Guid Id, int Rank);

/// <summary>Reads tokens of one kind of subject.</summary>
/// <param name="visible">Ids of the subjects that count; null for all.</param>
internal sealed class TokenReader(SiteDbContext db, string kind, IQueryable<Guid>? visible)
{
    /// <summary>Subjects that a word finds, best first; at most <paramref name="most"/> tokens are read from each of its ranges.</summary>
    public async Task<IReadOnlyList<TokenHit>> FindAsync(SearchWord word, int most, CancellationToken cancellationToken)
    {
        // One index range for each, put together: with OR between them, SQLite would read the whole kind instead.
        var tokens = await word.Ranges.Select(range => First(range, most)).Aggregate(Queryable.Concat).ToListAsync(cancellationToken);
        return Best(tokens, word);
    }

    /// <summary>Those of the subjects that the word fits too, with both ranks added up.</summary>
    public async Task<IReadOnlyList<TokenHit>> ChooseAsync(IReadOnlyList<TokenHit> subjects, SearchWord word, CancellationToken cancellationToken)
    {
        // The kind is left to us: named here, it would lead SQLite to read the whole kind.
        var ids = subjects.Select(hit => hit.Id).ToList();
        var tokens = await db.Set<SearchToken>().AsNoTracking()
            .Where(token => ids.Contains(token.SubjectId))
            .Where(word.Ranges.Select(In).Aggregate(Or))
            .ToListAsync(cancellationToken);
        var ranks = Best(tokens.Where(token => token.Kind == kind), word).ToDictionary(hit => hit.Id, hit => hit.Rank);
        return subjects.Where(hit => ranks.ContainsKey(hit.Id)).Select(hit => hit with { Rank = hit.Rank + ranks[hit.Id] }).ToList();
    }

    private static List<TokenHit> Best(IEnumerable<SearchToken> tokens, SearchWord word) => tokens
        .Select(token => (token.SubjectId, Rank: word.Rank(token.Token)))
        .Where(hit => hit.Rank is not null)
        .GroupBy(hit => hit.SubjectId)
        .Select(group => new TokenHit(group.Key, group.Min(hit => hit.Rank!.Value)))
        .ToList();

    private IQueryable<SearchToken> First(TokenRange range, int most)
    {
        var tokens = db.Set<SearchToken>().AsNoTracking().Where(token => token.Kind == kind).Where(In(range));
        if (visible is not null)
        {
            // A count for each token, which goes by key; written as Contains or Any it becomes IN, and SQLite would first read all that is visible.
            tokens = tokens.Where(token => visible.Count(id => id == token.SubjectId) > 0);
        }

        return tokens.OrderBy(token => token.Token).Take(most);
    }

    private static Expression<Func<SearchToken, bool>> In(TokenRange range) =>
        token => string.Compare(token.Token, range.Low) >= 0 && string.Compare(token.Token, range.High) < 0;

    private static Expression<Func<SearchToken, bool>> Or(Expression<Func<SearchToken, bool>> left, Expression<Func<SearchToken, bool>> right)
    {
        var body = ReplacingExpressionVisitor.Replace(right.Parameters[0], left.Parameters[0], right.Body);
        return Expression.Lambda<Func<SearchToken, bool>>(Expression.OrElse(left.Body, body), left.Parameters);
    }
}
