using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Data.Outbox;
using ServicePlatform.Data.Sites;
using ServicePlatform.Events;
using ServicePlatform.Sites;

namespace ServicePlatform.Kernel.Events;

/// <summary>Collects the events of a unit of work; hands them to handlers inside it and writes them down for listeners.</summary>
internal sealed class EventCollector(IServiceProvider services, EventMap map, ISiteContext site, IClock clock) : IEvents
{
    private const int MaximumChain = 1000;

    private readonly Queue<IEvent> _open = new();

    public void Publish(IEvent domainEvent) => _open.Enqueue(domainEvent);

    public void Clear() => _open.Clear();

    /// <returns>True if a listener waits for an event.</returns>
    /// <exception cref="InvalidOperationException">Handlers raise events without end.</exception>
    public async Task<bool> FlushAsync(SiteDbContext db, CancellationToken cancellationToken)
    {
        var hasListeners = false;
        for (var count = 0; _open.TryDequeue(out var domainEvent); count++)
        {
            if (count == MaximumChain)
            {
                throw new InvalidOperationException($"More than {MaximumChain} events in one unit of work; the last is {domainEvent.GetType()}.");
            }

            var type = domainEvent.GetType();
            var handlers = map.HandlersOf(type).Where(handler => site.IsEnabled(handler.Feature)).ToList();
            if (handlers.Count > 0)
            {
                await db.SaveChangesAsync(cancellationToken);
            }

            foreach (var handler in handlers)
            {
                await handler.InvokeAsync(services.GetRequiredService(handler.Type), domainEvent, null, cancellationToken);
            }

            hasListeners |= Write(db, domainEvent, type);
        }

        return hasListeners;
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
