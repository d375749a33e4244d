using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Data.Outside;
using ServicePlatform.Data.Sites;
using ServicePlatform.Kernel.Events;
using ServicePlatform.Outside;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Background.Outside;

/// <summary>Deliveries to others, the newest first.</summary>
/// <param name="State">Null for all that have not arrived.</param>
[RequirePermission(BackgroundPermissions.Manage)]
internal sealed record ListOutside(OutsideState? State, PageRequest Page) : IQuery<Page<OutsideDeliveryRow>>;

/// <summary>Has one delivery tried again now, or all that were given up. Answers how many.</summary>
/// <param name="DeliveryId">Null for all that were given up.</param>
[RequirePermission(BackgroundPermissions.Manage)]
internal sealed record TryOutsideAgain(Guid? DeliveryId) : ICommand<int>;

internal sealed class ListOutsideHandler(SiteDbContext db) : IQueryHandler<ListOutside, Page<OutsideDeliveryRow>>
{
    public async Task<Result<Page<OutsideDeliveryRow>>> HandleAsync(ListOutside query, CancellationToken cancellationToken) =>
        await db.Set<OutsideDeliveryRow>().AsNoTracking()
            .Where(row => query.State == null ? row.State != OutsideState.Delivered : row.State == query.State)
            .ToPageAsync(row => row.CreatedAt, row => row.Id, query.Page, descending: true, cancellationToken);
}

internal sealed class TryOutsideAgainHandler(SiteDbContext db, IEnumerable<OutsideDelivery> kinds, SiteDeliveries deliveries, IClock clock) : ICommandHandler<TryOutsideAgain, int>
{
    /// <summary>One that is due sooner is perhaps on its way at this moment.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(2);

    private const int MostAtOnce = 1000;

    public async Task<Result<int>> HandleAsync(TryOutsideAgain command, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow;
        var soon = now + Soon;
        var rows = await db.Set<OutsideDeliveryRow>()
            .Where(row => command.DeliveryId == null
                ? row.State == OutsideState.GivenUp
                : row.Id == command.DeliveryId && (row.State == OutsideState.GivenUp || (row.State == OutsideState.Waiting && row.NextAttemptAt > soon)))
            .OrderBy(row => row.CreatedAt)
            .Take(MostAtOnce)
            .ToListAsync(cancellationToken);
        if (rows.Count == 0 && command.DeliveryId is not null)
        {
            return Failure.NotFound("background.outside-gone");
        }

        foreach (var row in rows)
        {
            await QueueAsync(row, now, cancellationToken);
        }

        deliveries.RaiseOutsideAfterCommit();
        return rows.Count;
    }

    private async Task QueueAsync(OutsideDeliveryRow row, DateTime now, CancellationToken cancellationToken)
    {
        var kind = kinds.SingleOrDefault(known => known.Kind == row.Kind);
        row.NextAttemptAt = now;
        if (row.State == OutsideState.GivenUp)
        {
            row.State = OutsideState.Waiting;
            row.EndedAt = null;
            row.TriedUntil = now + (kind?.TriedFor ?? TimeSpan.FromDays(1));
            if (kind is not null)
            {
                await kind.RecordAsync(row.SubjectId, new OutsideAttempt(OutsideOutcome.TryAgain, row.Attempts, null, null), cancellationToken);
            }
        }
    }
}
