namespace ServicePlatform.Data.Sites;

internal sealed class TransactionMemory(SiteDbContext db) : ITransactionMemory
{
    private readonly Dictionary<string, object?> _kept = new(StringComparer.Ordinal);
    private Guid? _transaction;

    public async Task<T> OnceAsync<T>(string key, Func<Task<T>> read)
    {
        if (db.Database.CurrentTransaction?.TransactionId is not { } transaction)
        {
            return await read();
        }

        if (_transaction != transaction)
        {
            _transaction = transaction;
            _kept.Clear();
        }

        if (_kept.TryGetValue(key, out var kept))
        {
            return (T)kept!;
        }

        var value = await read();
        _kept[key] = value;
        return value;
    }
}
