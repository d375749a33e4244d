using ServicePlatform.Data.Outside;
using ServicePlatform.Data.Sites;
using ServicePlatform.Kernel.Events;
using ServicePlatform.Outside;
using ServicePlatform.Sites;

namespace ServicePlatform.Kernel.Outside;

internal sealed class OutsideDeliveries(SiteDbContext db, IEnumerable<OutsideDelivery> kinds, SiteDeliveries deliveries, IClock clock) : IOutsideDeliveries
{
    public void Queue(string kind, Guid subjectId)
    {
        var sort = kinds.SingleOrDefault(known => known.Kind == kind) ?? throw new InvalidOperationException($"No enabled feature delivers '{kind}'.");
        var now = clock.UtcNow;
        db.Add(new OutsideDeliveryRow { Kind = kind, SubjectId = subjectId, CreatedAt = now, NextAttemptAt = now, TriedUntil = now + sort.TriedFor });
        deliveries.RaiseOutsideAfterCommit();
    }
}
