namespace ServicePlatform.Kernel.Sites;

/// <summary>How many scopes (requests, deliveries, jobs) are at work in a site, over all changes of its settings.</summary>
public sealed class SiteUses
{
    private readonly Lock _turn = new();
    private int _count;
    private bool _isClosed;

    public int Count
    {
        get
        {
            lock (_turn)
            {
                return _count;
            }
        }
    }

    /// <summary>Closed: whoever is in may come to his end, with further scopes where he needs them; when all are out nobody comes in.</summary>
    internal void Close(bool isClosed)
    {
        lock (_turn)
        {
            _isClosed = isClosed;
        }
    }

    /// <exception cref="SiteClosedException">The site's data are being moved.</exception>
    internal void Enter()
    {
        lock (_turn)
        {
            if (_isClosed && _count == 0)
            {
                throw new SiteClosedException();
            }

            _count++;
        }
    }

    internal void Leave()
    {
        lock (_turn)
        {
            _count--;
        }
    }
}

/// <summary>A site's data are being moved; nobody works in it meanwhile.</summary>
public sealed class SiteClosedException() : InvalidOperationException("The site is closed while its data are moved.");
