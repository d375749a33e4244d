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
    private Guid? _transaction;

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
        var transaction = db.Database.CurrentTransaction?.TransactionId;
        if (_transaction != transaction)
        {
            _transaction = transaction;
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
