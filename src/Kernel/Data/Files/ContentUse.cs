namespace ServicePlatform.Data.Files;

/// <summary>
/// Contents that are being stored and have no committed row yet: whoever removes a content leaves these alone, since an upload of the
/// same bytes may count on them.
/// </summary>
public sealed class ContentUse
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);

    /// <param name="path">Full path of the content.</param>
    internal void Begin(string path)
    {
        lock (_lock)
        {
            _open[path] = _open.GetValueOrDefault(path) + 1;
        }
    }

    internal void End(string path)
    {
        lock (_lock)
        {
            if (_open[path] == 1)
            {
                _open.Remove(path);
            }
            else
            {
                _open[path]--;
            }
        }
    }

    /// <summary>Deletes the content unless somebody is storing it at this moment.</summary>
    public void Delete(string path)
    {
        lock (_lock)
        {
            if (!_open.ContainsKey(path))
            {
                File.Delete(path);
            }
        }
    }
}
