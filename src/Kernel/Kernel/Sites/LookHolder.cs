using ServicePlatform.Sites;

namespace ServicePlatform.Kernel.Sites;

/// <summary>The look of a site, read once and dropped when it is changed.</summary>
public sealed class LookHolder
{
    private readonly Lock _lock = new();
    private SiteLook? _known;
    private int _drops;

    /// <param name="read">Reads it from the site's database.</param>
    public async ValueTask<SiteLook> GetAsync(Func<Task<SiteLook>> read)
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
