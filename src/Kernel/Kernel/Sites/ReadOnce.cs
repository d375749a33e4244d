namespace ServicePlatform.Kernel.Sites;

/// <summary>Something of a site that is read once and dropped when it changes.</summary>
public sealed class ReadOnce<T>
    where T : class
{
    private readonly Lock _lock = new();
    private T? _known;
    private int _drops;

    /// <param name="read">Reads it from the site's database.</param>
    public async ValueTask<T> GetAsync(Func<Task<T>> read)
    {
        int before;
        lock (_lock)
        {
            if (_known is not null)
            {
                return _known;
            }

            before = _drops;
        }

        var found = await read();
        lock (_lock)
        {
            // What was read before a change must not stay.
            _known = before == _drops ? found : null;
        }

        return found;
    }

    public void Drop()
    {
        lock (_lock)
        {
            _known = null;
            _drops++;
        }
    }
}
