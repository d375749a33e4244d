namespace ServicePlatform.Security;

public enum ActorKind
{
    Anonymous,
    Staff,
    Customer,
    System,
}

/// <summary>Who acts in the current scope, and what he may see.</summary>
public interface IActor
{
    ActorKind Kind { get; }

    /// <summary>Account of a member of staff or a customer; empty for the system and for nobody.</summary>
    Guid UserId { get; }

    string DisplayName { get; }

    /// <summary>Path of the organisation whose subtree he works in: <c>/hq/</c>; null sees no held row.</summary>
    string? ScopePath { get; }

    /// <summary>The principals that he works for; null means all.</summary>
    IReadOnlyList<Guid>? PrincipalIds { get; }

    /// <summary>The customers that a portal account stands for; empty for everybody else.</summary>
    IReadOnlyList<Guid> CustomerIds { get; }

    /// <summary>True for the system and for staff at the top of the tree who work for all principals.</summary>
    bool SeesEverything { get; }

    bool Can(string permission);
}

/// <summary>The actor of the current scope.</summary>
public interface IActorContext
{
    IActor Current { get; }

    /// <summary>
    /// Lifts the row scope (not the permissions) until disposed, for a use case that has checked in its own way what the
    /// actor may touch: a customer who files a request, an outlet that gives a job back upwards.
    /// </summary>
    IDisposable Widen(string because);

    /// <summary>Acts as the system until disposed: deliveries, jobs, recipes.</summary>
    IDisposable ActAsSystem();
}
