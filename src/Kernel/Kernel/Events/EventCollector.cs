using System.Diagnostics;
using System.Text.Json;
using ServicePlatform.Data.Outbox;
using ServicePlatform.Data.Sites;
using ServicePlatform.Events;
using ServicePlatform.Kernel.Plugins;
using ServicePlatform.Sites;

namespace ServicePlatform.Kernel.Events;

/// <summary>Collects the events of a unit of work; hands them to handlers inside it and writes them down for listeners.</summary>
internal sealed class EventCollector(IServiceProvider services, EventMap map, ISiteContext site, IClock clock, PluginGuard guard) : IEvents
{
    /// <summary>Rounds of handlers that answer events with events.</summary>
    private const int MaximumChain = 100;

    private readonly Queue<IEvent> _open = new();

    public void Publish(IEvent domainEvent) => _open.Enqueue(domainEvent);

    public void Clear() => _open.Clear();

    /// <returns>True if a listener waits for an event.</returns>
    /// <exception cref="InvalidOperationException">Handlers raise events without end.</exception>
    public async Task<bool> FlushAsync(SiteDbContext db, CancellationToken cancellationToken)
    {
        var hasListeners = false;
        for (var chain = 0; _open.Count > 0; chain++)
        {
            if (chain == MaximumChain)
            {
                throw new InvalidOperationException($"Handlers answer events with events more than {MaximumChain} times; the last is {_open.Peek().GetType()}.");
            }

            // A mass change raises any number of events; only their chain must end.
            for (var left = _open.Count; left > 0; left--)
            {
                hasListeners |= await TakeAsync(db, _open.Dequeue(), cancellationToken);
            }
        }

        return hasListeners;
    }

    private async Task<bool> TakeAsync(SiteDbContext db, IEvent domainEvent, CancellationToken cancellationToken)
    {
        var type = domainEvent.GetType();
        var handlers = map.HandlersOf(type).Where(handler => site.IsEnabled(handler.Feature)).ToList();
        if (handlers.Count > 0)
        {
            await db.SaveChangesAsync(cancellationToken);
        }

        foreach (var handler in handlers)
        {
            await guard.DeliverAsync(handler, services, domainEvent, null, cancellationToken);
        }

        return Write(db, domainEvent, type);
    }

    private bool Write(SiteDbContext db, IEvent domainEvent, Type type)
    {
        var listeners = map.ListenersOf(type).Where(listener => site.IsEnabled(listener.Feature)).ToList();
        if (listeners.Count == 0)
        {
            return false;
        }

        var row = new OutboxEvent
        {
            At = clock.UtcNow,
            Type = type.FullName!,
            Body = JsonSerializer.Serialize(domainEvent, type),
            TraceId = Activity.Current?.TraceId.ToString() ?? "",
        };
        db.Add(row);
        db.AddRange(listeners.Select(listener => new OutboxDelivery { EventId = row.Id, Listener = listener.Type.FullName!, NextAttemptAt = row.At }));
        return true;
    }
}
