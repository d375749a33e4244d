using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ServicePlatform.Data;
using ServicePlatform.Data.Identity;
using ServicePlatform.Data.Sites;
using ServicePlatform.Kernel.Pipeline;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Kernel.Security;

/// <summary>Opens, finds, lists and revokes sessions of the current site.</summary>
public sealed class SessionStore
{
    private static readonly TimeSpan StaffLife = TimeSpan.FromHours(14);
    private static readonly TimeSpan CustomerLife = TimeSpan.FromDays(60);
    private static readonly TimeSpan CacheLife = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan TouchPatience = TimeSpan.FromSeconds(2);

    private readonly SiteDbContext _db;
    private readonly SiteContext _site;
    private readonly ActorLoader _actors;
    private readonly IClock _clock;
    private readonly UnitOfWork _work;
    private readonly ILogger<SessionStore> _logger;

    internal SessionStore(SiteDbContext db, SiteContext site, ActorLoader actors, IClock clock, UnitOfWork work, ILogger<SessionStore> logger)
    {
        _db = db;
        _site = site;
        _actors = actors;
        _clock = clock;
        _work = work;
        _logger = logger;
    }

    /// <summary>Opens a session for an account that has proven itself; answers its id for the cookie.</summary>
    public async Task<Guid> OpenAsync(SiteUser user, HttpContext context, CancellationToken cancellationToken)
    {
        var now = _clock.UtcNow;
        var session = new UserSession
        {
            UserId = user.Id,
            CreatedAt = now,
            LastSeenAt = now,
            ExpiresAt = now + (user.Kind == ActorKind.Customer ? CustomerLife : StaffLife),
            Device = Shorten(context.Request.Headers.UserAgent.ToString(), Lengths.Name),
            Address = Shorten(context.Connection.RemoteIpAddress?.ToString() ?? "", 64),
            Portal = _site.Portal?.Slug,
        };
        using var pass = await _work.EnterGateAsync(cancellationToken);
        _db.Add(session);
        await _db.SaveChangesAsync(cancellationToken);
        return session.Id;
    }

    /// <summary>Who a session stands for that was looked up in the last seconds and has not been revoked since; null where it must be read.</summary>
    internal static Actor? FindKept(SiteContext site, Guid sessionId, DateTime now) => site.Runtime.Sessions.Find(sessionId, site.Portal?.Slug, now);

    /// <summary>Who the session stands for; null if it is revoked, expired, of another portal or its account is gone.</summary>
    public async Task<Actor?> FindAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        var now = _clock.UtcNow;
        var cache = _site.Runtime.Sessions;
        var portal = _site.Portal?.Slug;
        if (FindKept(_site, sessionId, now) is { } known)
        {
            return known;
        }

        var generation = cache.Generation;

        var session = await _db.Set<UserSession>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == sessionId, cancellationToken);
        if (session is null || session.RevokedAt is not null || session.ExpiresAt <= now || session.Portal != portal)
        {
            return null;
        }

        if (await _actors.LoadAsync(session.UserId, cancellationToken) is not { } actor)
        {
            return null;
        }

        if (now - session.LastSeenAt > SeenStep)
        {
            await TouchAsync(sessionId, now, cancellationToken);
        }

        cache.Keep(sessionId, portal, actor, Earlier(now + CacheLife, session.ExpiresAt), generation);
        return actor;
    }

    /// <summary>Who an account is now; nobody if it is switched off.</summary>
    public async Task<Actor> ActorOfAsync(Guid userId, CancellationToken cancellationToken) =>
        await _actors.LoadAsync(userId, cancellationToken) ?? Actor.Anonymous;

    /// <summary>Open sessions of an account, the last used first.</summary>
    public async Task<IReadOnlyList<UserSession>> OpenSessionsAsync(Guid userId, CancellationToken cancellationToken)
    {
        var now = _clock.UtcNow;
        return await _db.Set<UserSession>().AsNoTracking()
            .Where(row => row.UserId == userId && row.RevokedAt == null && row.ExpiresAt > now)
            .OrderByDescending(row => row.LastSeenAt)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Ends sessions at once.</summary>
    /// <param name="sessionId">One session, or null for all of the account.</param>
    public async Task RevokeAsync(Guid userId, Guid? sessionId, CancellationToken cancellationToken)
    {
        var now = _clock.UtcNow;
        using (await _work.EnterGateAsync(cancellationToken))
        {
            await _db.Set<UserSession>()
                .Where(row => row.UserId == userId && row.RevokedAt == null && (sessionId == null || row.Id == sessionId))
                .ExecuteUpdateAsync(row => row.SetProperty(r => r.RevokedAt, now), cancellationToken);
        }

        _work.AfterCommit(() => Forget(sessionId));
    }

    /// <summary>Ends every session of the account at once but the one that is given.</summary>
    public async Task RevokeOthersAsync(Guid userId, Guid keptSessionId, CancellationToken cancellationToken)
    {
        var now = _clock.UtcNow;
        using (await _work.EnterGateAsync(cancellationToken))
        {
            await _db.Set<UserSession>()
                .Where(row => row.UserId == userId && row.RevokedAt == null && row.Id != keptSessionId)
                .ExecuteUpdateAsync(row => row.SetProperty(r => r.RevokedAt, now), cancellationToken);
        }

        _work.AfterCommit(() => Forget(null));
    }

    /// <summary>Roles, permissions or accounts have changed: every session is looked up anew at its next request.</summary>
    public void ForgetAll() => _work.AfterCommit(() => Forget(null));

    private void Forget(Guid? sessionId)
    {
        if (sessionId is { } one)
        {
            _site.Runtime.Sessions.Drop(one);
        }
        else
        {
            _site.Runtime.Sessions.Clear();
        }
    }

    private async Task TouchAsync(Guid sessionId, DateTime now, CancellationToken cancellationToken)
    {
        var patience = _db.Database.GetCommandTimeout();
        try
        {
            // When it was last seen is worth no waiting: who only reads goes on while the database takes no writes.
            _db.Database.SetCommandTimeout(TouchPatience);
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            timeout.CancelAfter(TouchPatience);
            using var pass = await _work.EnterGateAsync(timeout.Token);
            await _db.Set<UserSession>().Where(row => row.Id == sessionId)
                .ExecuteUpdateAsync(row => row.SetProperty(r => r.LastSeenAt, now), cancellationToken);
        }
        catch (Exception exception) when (exception is DbException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            _logger.LogWarning(exception, "When a session was last seen could not be written");
        }
        finally
        {
            _db.Database.SetCommandTimeout(patience);
        }
    }

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;

    private static string Shorten(string text, int length) => text.Length <= length ? text : text[..length];
}
