using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Sites;

namespace ServicePlatform.Data.Search;

/// <summary>
/// Replaces the tokens of subjects within the current transaction. Remembers the rows it has tracked there: the same
/// subject may be set twice before anything is saved, and searching the change tracker would cost all that it holds each time.
/// </summary>
internal sealed class StoredTokens(SiteDbContext db)
{
    private readonly Dictionary<Subject, Dictionary<string, SearchToken>> _known = [];
    private (Guid? Transaction, int Forgotten) _place;

    public async Task ReplaceAsync(Subject subject, IReadOnlyCollection<string> tokens, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(subject, cancellationToken);
        foreach (var row in rows.Values.Where(row => !tokens.Contains(row.Token, StringComparer.Ordinal)))
        {
            Drop(row);
        }

        foreach (var token in tokens)
        {
            if (!rows.TryGetValue(token, out var row))
            {
                rows[token] = row = new SearchToken { Kind = subject.Kind, Token = token, SubjectId = subject.Id };
            }

            Keep(row);
        }
    }

    /// <summary>Writes the tokens of a new subject at once, in one statement: tracked, each would be a statement of its own.</summary>
    public async Task AddAsync(Subject subject, IReadOnlyCollection<string> tokens, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is null)
        {
            await ReplaceAsync(subject, tokens, cancellationToken);
            return;
        }

        if (tokens.Count > 0)
        {
            var rows = string.Join(", ", Enumerable.Range(2, tokens.Count).Select(place => $"({{0}}, {{1}}, {{{place}}})"));
            var insert = FormattableStringFactory.Create(
                "INSERT INTO \"Kernel_SearchTokens\" (\"Kind\", \"SubjectId\", \"Token\") VALUES " + rows, [subject.Kind, subject.Id, .. tokens]);
            await db.Database.ExecuteSqlAsync(insert, cancellationToken);
        }
    }

    private void Drop(SearchToken row)
    {
        // A row that was dropped and saved before in this transaction is detached, and gone already.
        if (db.Entry(row).State != EntityState.Detached)
        {
            db.Remove(row);
        }
    }

    private void Keep(SearchToken row)
    {
        var entry = db.Entry(row);
        entry.State = entry.State switch
        {
            EntityState.Detached => EntityState.Added,
            EntityState.Deleted => EntityState.Unchanged,
            var state => state,
        };
    }

    private async Task<Dictionary<string, SearchToken>> RowsAsync(Subject subject, CancellationToken cancellationToken)
    {
        // Rows that were let go of in a mass change are stored but not tracked: they must be read anew.
        var place = (db.Database.CurrentTransaction?.TransactionId, db.Forgotten);
        if (_place != place)
        {
            _place = place;
            _known.Clear();
        }

        if (!_known.TryGetValue(subject, out var rows))
        {
            rows = await db.Set<SearchToken>()
                .Where(row => row.SubjectId == subject.Id && row.Kind == subject.Kind)
                .ToDictionaryAsync(row => row.Token, StringComparer.Ordinal, cancellationToken);
            _known[subject] = rows;
        }

        return rows;
    }
}
