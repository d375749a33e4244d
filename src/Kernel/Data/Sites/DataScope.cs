using ServicePlatform.Security;

namespace ServicePlatform.Data.Sites;

/// <summary>What the current scope may see of held and granted rows; the query filters read it at each query.</summary>
public sealed class DataScope
{
    private int _widened;

    private (string Low, string High) _range = (string.Empty, string.Empty);
    private List<Guid>? _principals = [];
    private bool _isTop;

    /// <summary>Lowest path that is visible.</summary>
    public string Low => _widened > 0 ? "/" : _range.Low;

    /// <summary>First path that is not visible any more.</summary>
    public string High => _widened > 0 ? "0" : _range.High;

    public bool EveryHolder => _widened > 0 || _isTop;

    public bool EveryPrincipal => _widened > 0 || _principals is null;

    public List<Guid> Principals => _principals ?? [];

    public bool SeesEverything => EveryHolder && EveryPrincipal;

    public void Set(IActor actor)
    {
        _range = ScopePaths.Range(actor.Kind == ActorKind.System ? "/" : actor.ScopePath);
        _principals = actor.PrincipalIds?.ToList();
        _isTop = actor.Kind == ActorKind.System || ScopePaths.IsTop(actor.ScopePath);
    }

    public IDisposable Widen()
    {
        _widened++;
        return new Narrowing(this);
    }

    public bool Covers(IHeld row) => Covers(row.HolderPath) && (EveryPrincipal || Principals.Contains(row.PrincipalId));

    public bool Covers(string path) => string.CompareOrdinal(path, Low) >= 0 && string.CompareOrdinal(path, High) < 0;

    private sealed class Narrowing(DataScope scope) : IDisposable
    {
        private bool _done;

        public void Dispose()
        {
            if (!_done)
            {
                _done = true;
                scope._widened--;
            }
        }
    }
}

/// <summary>A row outside the actor's scope was about to be written.</summary>
public sealed class ScopeViolationException(string entity)
    : InvalidOperationException($"A row of {entity} lies outside the scope of the actor.");
