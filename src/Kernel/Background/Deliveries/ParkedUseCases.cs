using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Data.Outbox;
using ServicePlatform.Data.Sites;
using ServicePlatform.Kernel.Events;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Background.Deliveries;

/// <summary>Deliveries that have failed too often, the newest first.</summary>
[RequirePermission(BackgroundPermissions.Manage)]
internal sealed record ListParked(PageRequest Page) : IQuery<Page<ParkedLine>>;

/// <summary>Sends one parked delivery again, or all of them. Answers how many.</summary>
/// <param name="EventId">Null for all.</param>
/// <param name="Listener">Null for all.</param>
[RequirePermission(BackgroundPermissions.Manage)]
internal sealed record ResendParked(Guid? EventId, string? Listener) : ICommand<int>;

internal sealed class ParkedLine
{
    public required Guid Id { get; init; }

    public required Guid EventId { get; init; }

    public required DateTime At { get; init; }

    public required string Type { get; init; }

    public required string Listener { get; init; }

    public required int Attempts { get; init; }

    public string? Error { get; init; }
}

internal sealed class ListParkedHandler(SiteDbContext db) : IQueryHandler<ListParked, Page<ParkedLine>>
{
    public async Task<Result<Page<ParkedLine>>> HandleAsync(ListParked query, CancellationToken cancellationToken) =>
        await db.Set<OutboxDelivery>().AsNoTracking().Where(delivery => delivery.State == DeliveryState.Parked)
            .Join(db.Set<OutboxEvent>(), delivery => delivery.EventId, row => row.Id, (delivery, row) => new ParkedLine
            {
                Id = delivery.Id,
                EventId = row.Id,
                At = row.At,
                Type = row.Type,
                Listener = delivery.Listener,
                Attempts = delivery.Attempts,
                Error = delivery.LastError,
            })
            .ToPageAsync(line => line.At, line => line.Id, query.Page, descending: true, cancellationToken);
}

internal sealed class ResendParkedHandler(SiteDbContext db, SiteDeliveries deliveries, IClock clock) : ICommandHandler<ResendParked, int>
{
    public async Task<Result<int>> HandleAsync(ResendParked command, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow;
        var sent = await db.Set<OutboxDelivery>()
            .Where(delivery => delivery.State == DeliveryState.Parked
                && (command.EventId == null || (delivery.EventId == command.EventId && delivery.Listener == command.Listener)))
            .ExecuteUpdateAsync(
                set => set.SetProperty(delivery => delivery.State, DeliveryState.Pending).SetProperty(delivery => delivery.Attempts, 0).SetProperty(delivery => delivery.NextAttemptAt, now),
                cancellationToken);
        if (sent == 0 && command.EventId is not null)
        {
            return Failure.NotFound("background.parked-gone");
        }

        deliveries.RaiseAfterCommit();
        return sent;
    }
}
