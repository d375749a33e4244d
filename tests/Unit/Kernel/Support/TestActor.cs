using ServicePlatform.Security;

namespace ServicePlatform.UnitTests.Kernel.Support;

internal sealed record TestActor(ActorKind Kind, Guid UserId = default, string DisplayName = "") : IActor, IActorContext
{
    public static TestActor System { get; } = new(ActorKind.System);

    public string? ScopePath => "/";

    public IReadOnlyList<Guid>? PrincipalIds => null;

    public IReadOnlyList<Guid> CustomerIds => [];

    public bool SeesEverything => true;

    public IActor Current => this;

    public bool Can(string permission) => true;

    public IDisposable Widen(string because) => throw new NotSupportedException();

    public IDisposable ActAsSystem() => throw new NotSupportedException();
}
