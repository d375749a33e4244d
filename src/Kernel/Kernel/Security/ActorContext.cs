using ServicePlatform.Data.Sites;
using ServicePlatform.Security;

namespace ServicePlatform.Kernel.Security;

/// <summary>Who acts in a scope; keeps the data scope in step.</summary>
public sealed class ActorContext(DataScope scope) : IActorContext
{
    private Actor _current = Actor.Anonymous;

    public IActor Current => _current;

    public void Set(Actor actor)
    {
        _current = actor;
        scope.Set(actor);
    }

    public IDisposable Widen(string because)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(because);
        return scope.Widen();
    }

    public IDisposable ActAsSystem() => ActAs(Actor.System);

    /// <summary>Acts as somebody until disposed.</summary>
    public IDisposable ActAs(Actor actor)
    {
        var before = _current;
        Set(actor);
        return new Return(this, before);
    }

    private sealed class Return(ActorContext context, Actor before) : IDisposable
    {
        public void Dispose() => context.Set(before);
    }
}
