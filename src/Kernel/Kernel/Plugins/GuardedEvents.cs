using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Events;
using ServicePlatform.Kernel.Events;
using ServicePlatform.Sites;

namespace ServicePlatform.Kernel.Plugins;

/// <summary>Hands events to their receivers, those of plugins under guard.</summary>
internal static class GuardedEvents
{
    /// <param name="delivery">Null inside the publisher's transaction.</param>
    public static Task DeliverAsync(this PluginGuard guard, EventReceiver receiver, IServiceProvider services, IEvent domainEvent, EventDelivery? delivery, CancellationToken cancellationToken) => receiver.Plugin is { } plugin
        ? services.GetRequiredService<LostCalls>().WatchAsync(() => guard.RunAsync(
            plugin,
            receiver.Type.Name,
            services.GetRequiredService<ISiteContext>().Id,
            guard.Options.EventLimit,
            async token =>
            {
                await receiver.InvokeAsync(services.GetRequiredService(receiver.Type), domainEvent, delivery, token);
                return true;
            },
            cancellationToken,
            counts: delivery is not { Attempt: > 1 }))
        : receiver.InvokeAsync(services.GetRequiredService(receiver.Type), domainEvent, delivery, cancellationToken);
}
