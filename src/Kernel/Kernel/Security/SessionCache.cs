using System.Collections.Concurrent;

namespace ServicePlatform.Kernel.Security;

/// <summary>
/// Sessions of one site that were looked up in the last seconds, so that a page does not read account, roles and permissions
/// for each request. Revoking drops the entry at once.
/// </summary>
public sealed class SessionCache
{
    private const int MaximumEntries = 20_000;

    private readonly ConcurrentDictionary<Guid, Entry> _entries = new();
    private long _generation;

    /// <summary>Counts up whenever something is dropped. Take it before reading what is kept.</summary>
    public long Generation => Interlocked.Read(ref _generation);

    /// <param name="portal">The portal that the request addressed; a session is good for its own only.</param>
    public Actor? Find(Guid sessionId, string? portal, DateTime now) =>
        _entries.TryGetValue(sessionId, out var entry) && entry.Until > now && entry.Portal == portal ? entry.Actor : null;

    /// <param name="generation">As it was before the reading: what was revoked in between is not kept.</param>
    public void Keep(Guid sessionId, string? portal, Actor actor, DateTime until, long generation)
    {
        if (_entries.Count >= MaximumEntries)
        {
            _entries.Clear();
        }

        _entries[sessionId] = new Entry(actor, portal, until);
        if (Generation != generation)
        {
            _entries.TryRemove(sessionId, out _);
        }
    }

    public void Drop(Guid sessionId)
    {
        Interlocked.Increment(ref _generation);
        _entries.TryRemove(sessionId, out _);
    }

    /// <summary>Drops everything: roles, permissions or features have changed.</summary>
    public void Clear()
    {
        Interlocked.Increment(ref _generation);
        _entries.Clear();
    }

    private sealed record Entry(Actor Actor, string? Portal, DateTime Until);
}
