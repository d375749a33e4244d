namespace ServicePlatform.Data.Numbers;

/// <summary>The reserved numbers of one site, by series and month (<c>yyMM</c>).</summary>
internal sealed class SiteBlocks
{
    /// <summary>A replay of past acts walks through many months; what it leaves behind must not pile up.</summary>
    private const int MostBlocks = 64;

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Month, string Series), SeriesBlock> _blocks = [];

    /// <summary>Held by whoever reserves for the site, so that others wait for his numbers instead of reserving their own.</summary>
    public SemaphoreSlim Reserving { get; } = new(1, 1);

    /// <summary>The next reserved number; null if none is left.</summary>
    public long? Take(string series, string month)
    {
        lock (_lock)
        {
            return Find(series, month).Take();
        }
    }

    public void Put(string series, string month, NumberBlock block)
    {
        lock (_lock)
        {
            Find(series, month).Put(block);
        }
    }

    /// <summary>Series that were ever asked for and have fewer than <paramref name="least"/> numbers left in this month.</summary>
    public IReadOnlyList<string> Short(string month, int least)
    {
        lock (_lock)
        {
            return _blocks.Keys.Select(key => key.Series).Distinct(StringComparer.Ordinal)
                .Where(series => !_blocks.TryGetValue((month, series), out var block) || block.Left < least)
                .ToList();
        }
    }

    private SeriesBlock Find(string series, string month)
    {
        if (_blocks.TryGetValue((month, series), out var found))
        {
            return found;
        }

        if (_blocks.Count == MostBlocks)
        {
            _blocks.Remove(_blocks.Keys.Min());
        }

        return _blocks[(month, series)] = new SeriesBlock();
    }
}
