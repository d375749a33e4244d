using System.Collections.Concurrent;

namespace ServicePlatform.Kernel.Security;

/// <summary>
/// Sessions of one site that were looked up in the last seconds, so that a page does not read account, roles and permissions
/// for each request. Revoking drops the entry at once.
/// </summary>
public sealed class SessionCache
{
    private const int MaximumEntries = 20_000;

    private readonly ConcurrentDictionary<Guid, (Actor Actor, DateTime Until)> _entries = new();

    public Actor? Find(Guid sessionId, DateTime now) =>
        _entries.TryGetValue(sessionId, out var entry) && entry.Until > now ? entry.Actor : null;

    public void Keep(Guid sessionId, Actor actor, DateTime until)
    {
        if (_entries.Count >= MaximumEntries)
        {
            _entries.Clear();
        }

        _entries[sessionId] = (actor, until);
    }

    public void Drop(Guid sessionId) => _entries.TryRemove(sessionId, out _);

    /// <summary>Drops everything: roles, permissions or features have changed.</summary>
    public void Clear() => _entries.Clear();
}
