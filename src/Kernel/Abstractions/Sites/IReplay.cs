using ServicePlatform.Commands;

namespace ServicePlatform.Sites;

/// <summary>Who did something in the past.</summary>
public abstract record PastActor
{
    /// <summary>A member of staff, by the name he signs in with.</summary>
    public sealed record Staff(string UserName) : PastActor;

    /// <summary>A customer on the portal.</summary>
    public sealed record Customer(Guid CustomerId, string Phone) : PastActor;

    /// <summary>The product itself.</summary>
    public sealed record Product : PastActor;
}

/// <summary>
/// Replays acts of the past through the ordinary use cases: the history of another system, the demo. Each act is authorised,
/// validated and audited as if it had been done then, and what follows from it is delivered before the next one.
/// Only the product itself may replay (a recipe, an import that has been allowed).
/// </summary>
public interface IReplay
{
    /// <param name="command">What was done.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="at">When, UTC.</param>
    Task<Result<T>> SendAsync<T>(ICommand<T> command, PastActor actor, DateTime at, CancellationToken cancellationToken);

    /// <summary>Asks something as the actor would have seen it then.</summary>
    Task<Result<T>> AskAsync<T>(IQuery<T> query, PastActor actor, DateTime at, CancellationToken cancellationToken);

    /// <summary>Reads through a service of the site as the actor.</summary>
    Task<T> ReadAsync<TService, T>(Func<TService, Task<T>> read, PastActor actor, DateTime at, CancellationToken cancellationToken)
        where TService : notnull;
}
