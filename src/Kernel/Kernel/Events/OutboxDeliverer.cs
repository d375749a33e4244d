using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServicePlatform.Commands;
using ServicePlatform.Data.Outbox;
using ServicePlatform.Data.Sites;
using ServicePlatform.Events;
using ServicePlatform.Kernel.Plugins;
using ServicePlatform.Kernel.Pipeline;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Kernel.Telemetry;
using ServicePlatform.Sites;

namespace ServicePlatform.Kernel.Events;

/// <summary>Delivers what is due in one site, each delivery in a scope and transaction of its own.</summary>
internal sealed class OutboxDeliverer(SiteScopes scopes, EventMap map, PlatformTelemetry telemetry, PluginGuard guard, ILogger<OutboxDeliverer> logger)
{
    private const int Batch = 100;

    // After the last of these a delivery is parked. They stay within a minute, the round that each waits for besides (Platform:DeliveryInterval) included.
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(15)];

    /// <param name="site">Whose events.</param>
    /// <param name="cancellationToken">Stops between deliveries.</param>
    /// <param name="at">The time at which listeners act, where the past is replayed; null for now.</param>
    /// <returns>How many were tried.</returns>
    public async Task<int> DeliverAsync(SiteRuntime site, CancellationToken cancellationToken, DateTime? at = null)
    {
        List<Due> due;
        await using (var scope = scopes.Open(site))
        {
            var db = scope.ServiceProvider.GetRequiredService<SiteDbContext>();
            var now = scope.ServiceProvider.GetRequiredService<IClock>().UtcNow;

            // What waits for a listener whose feature was switched off, or whose plugin rests, waits until it is on again.
            var off = map.ListenersOutside(site.Features, guard);
            due = await db.Set<OutboxDelivery>().AsNoTracking()
                .Where(delivery => delivery.State == DeliveryState.Pending && !off.Contains(delivery.Listener))
                .Due(now, Pauses[^1] + TimeSpan.FromMinutes(1), Batch)
                .Join(db.Set<OutboxEvent>(), delivery => delivery.EventId, row => row.Id, (delivery, row) => new Due(row.Id, row.Type, row.Body, row.At, delivery.Listener, delivery.Attempts))
                .ToListAsync(cancellationToken);
        }

        foreach (var delivery in due)
        {
            await TryAsync(site, delivery, at, cancellationToken);
        }

        return due.Count;
    }

    private async Task TryAsync(SiteRuntime site, Due due, DateTime? at, CancellationToken cancellationToken)
    {
        using var work = telemetry.Begin(WorkKinds.Delivery, due.Listener, site.Id);
        string? error;
        try
        {
            error = await DeliverAsync(site, due, at, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            work.Ended("interrupted");
            return;
        }
        catch (Exception exception)
        {
            logger.LogWarning(exception, "Delivery of {Type} to {Listener} failed in {Site}", due.Type, due.Listener, site.Id);
            error = $"{exception.GetType().Name}: {exception.GetBaseException().Message}";
        }

        work.Ended(error is null ? "ok" : await KeepFailureAsync(site, due, error, cancellationToken) == DeliveryState.Parked ? "parked" : "failed");
    }

    private async Task<string?> DeliverAsync(SiteRuntime site, Due due, DateTime? at, CancellationToken cancellationToken)
    {
        if (map.TypeOf(due.Type) is not { } type || map.Listener(due.Listener, type) is not { } listener)
        {
            return "The event or its listener is not part of this build.";
        }

        await using var scope = scopes.Open(site);
        var services = scope.ServiceProvider;
        if (at is { } past)
        {
            services.GetRequiredService<ScopeClock>().ActAt(past);
        }

        var db = services.GetRequiredService<SiteDbContext>();
        var clock = services.GetRequiredService<IClock>();
        var domainEvent = (IEvent)JsonSerializer.Deserialize(due.Body, type)!;
        var result = await services.GetRequiredService<UnitOfWork>().RunAsync<Done>(
            async () =>
            {
                var now = clock.UtcNow;
                var taken = await db.Set<OutboxDelivery>()
                    .Where(row => row.EventId == due.EventId && row.Listener == due.Listener && row.State == DeliveryState.Pending)
                    .ExecuteUpdateAsync(
                        row => row.SetProperty(r => r.State, DeliveryState.Delivered).SetProperty(r => r.DeliveredAt, now).SetProperty(r => r.Attempts, due.Attempts + 1),
                        cancellationToken);
                if (taken == 1)
                {
                    await guard.DeliverAsync(listener, services, domainEvent, new EventDelivery(due.EventId, due.At, due.Attempts + 1), cancellationToken);
                }

                return default(Done);
            },
            null,
            cancellationToken);
        return result.Succeeded ? null : result.Failure.Code;
    }

    private async Task<DeliveryState> KeepFailureAsync(SiteRuntime site, Due due, string error, CancellationToken cancellationToken)
    {
        await using var scope = scopes.Open(site);
        var db = scope.ServiceProvider.GetRequiredService<SiteDbContext>();
        var attempts = due.Attempts + 1;
        var state = attempts > Pauses.Length ? DeliveryState.Parked : DeliveryState.Pending;
        var next = scope.ServiceProvider.GetRequiredService<IClock>().UtcNow + Pauses[Math.Min(attempts, Pauses.Length) - 1];
        var shown = error.Length > 500 ? error[..500] : error;
        using var pass = await site.Gate.EnterAsync(cancellationToken);
        await db.Set<OutboxDelivery>()
            .Where(row => row.EventId == due.EventId && row.Listener == due.Listener && row.State == DeliveryState.Pending)
            .ExecuteUpdateAsync(
                row => row.SetProperty(r => r.State, state).SetProperty(r => r.Attempts, attempts).SetProperty(r => r.NextAttemptAt, next).SetProperty(r => r.LastError, shown),
                cancellationToken);
        return state;
    }

    private sealed record Due(Guid EventId, string Type, string Body, DateTime At, string Listener, int Attempts);
}
