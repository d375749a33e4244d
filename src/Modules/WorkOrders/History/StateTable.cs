namespace ServicePlatform.WorkOrders.History;

/// <summary>The allowed transitions of one kind of thing, in one place. What is not listed is refused.</summary>
internal sealed class StateTable<TState>
    where TState : struct, Enum
{
    private readonly Dictionary<TState, HashSet<TState>> _next = [];

    /// <summary>The state that every history starts with.</summary>
    public required TState Start { get; init; }

    public StateTable<TState> Allow(TState from, params TState[] to)
    {
        _next[from] = [.. to];
        return this;
    }

    public bool Allows(TState from, TState to) => _next.TryGetValue(from, out var next) && next.Contains(to);

    /// <summary>True where nothing follows.</summary>
    public bool IsEnd(TState state) => !_next.TryGetValue(state, out var next) || next.Count == 0;

    public IReadOnlyCollection<TState> Next(TState from) => _next.TryGetValue(from, out var next) ? next : [];

    /// <summary>True if the states, in their order, are a path that the table allows from the start on.</summary>
    public bool IsLegalPath(IEnumerable<TState> states)
    {
        var at = Start;
        var first = true;
        foreach (var state in states)
        {
            if (first ? !EqualityComparer<TState>.Default.Equals(state, Start) : !Allows(at, state))
            {
                return false;
            }

            at = state;
            first = false;
        }

        return !first;
    }
}
