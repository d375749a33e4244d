using ServicePlatform.Sites;

namespace ServicePlatform.Kernel.Sites;

/// <summary>The portals of a site by slug, read once and dropped when one of them changes.</summary>
public sealed class PortalList
{
    private readonly Lock _lock = new();
    private IReadOnlyDictionary<string, PortalContext>? _known;
    private int _drops;

    /// <param name="read">Reads them from the site's database.</param>
    public async ValueTask<IReadOnlyDictionary<string, PortalContext>> GetAsync(Func<Task<IReadOnlyDictionary<string, PortalContext>>> read)
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
