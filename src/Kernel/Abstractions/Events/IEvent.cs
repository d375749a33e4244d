namespace ServicePlatform.Events;

/// <summary>A fact that other modules may act on. A public record in Contracts, holding ids rather than personal values.</summary>
public interface IEvent;

/// <summary>Raises events from use cases.</summary>
public interface IEvents
{
    /// <summary>Handlers run at the end of the current transaction and join it; listeners are told after commit, at least once.</summary>
    void Publish(IEvent domainEvent);
}

/// <summary>Acts on an event inside the publisher's transaction: a failure here undoes everything. Found by scanning.</summary>
public interface IEventHandler<in TEvent>
    where TEvent : IEvent
{
    Task HandleAsync(TEvent domainEvent, CancellationToken cancellationToken);
}

/// <summary>
/// Puts a plugin's <see cref="IEventHandler{TEvent}"/> into the publisher's transaction, which its failure then undoes. Without it a
/// plugin's handler is told after the commit, like a listener; a module's own handler needs no such mark.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DecisiveAttribute : Attribute;

/// <summary>
/// Acts on an event after the publisher has committed, in a transaction of its own that also records the delivery, so that
/// each listener takes effect once. A failure is retried, then parked. Found by scanning.
/// </summary>
public interface IEventListener<in TEvent>
    where TEvent : IEvent
{
    Task HandleAsync(TEvent domainEvent, EventDelivery delivery, CancellationToken cancellationToken);
}

/// <param name="EventId">The same for every attempt.</param>
/// <param name="At">UTC time of the act that raised the event.</param>
/// <param name="Attempt">1 for the first.</param>
public sealed record EventDelivery(Guid EventId, DateTime At, int Attempt);
