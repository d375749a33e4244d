using ServicePlatform.Kernel.Security;

namespace ServicePlatform.UnitTests.Accounts;

public sealed class SessionCacheTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    private readonly SessionCache _cache = new();
    private readonly Guid _session = Guid.NewGuid();

    [Fact]
    public void A_session_is_known_until_its_time()
    {
        _cache.Keep(_session, null, Actor.System, Now.AddSeconds(5), _cache.Generation);

        _cache.Find(_session, null, Now).ShouldBe(Actor.System);
        _cache.Find(_session, null, Now.AddSeconds(5)).ShouldBeNull();
    }

    [Fact]
    public void A_session_of_one_portal_is_not_good_for_another()
    {
        _cache.Keep(_session, "jingchao", Actor.System, Now.AddSeconds(5), _cache.Generation);

        _cache.Find(_session, null, Now).ShouldBeNull();
        _cache.Find(_session, "hairong", Now).ShouldBeNull();
    }

    [Fact]
    public void What_was_revoked_while_it_was_looked_up_is_not_kept()
    {
        var before = _cache.Generation;
        _cache.Drop(_session);
        _cache.Keep(_session, null, Actor.System, Now.AddSeconds(5), before);

        _cache.Find(_session, null, Now).ShouldBeNull();
    }
}
