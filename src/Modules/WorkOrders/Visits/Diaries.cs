using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Sites;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Visits;

/// <summary>Keeps a technician from being promised to two customers at one time unseen.</summary>
internal sealed class Diaries(ISiteDb db, ISiteContext site)
{
    private static readonly List<VisitState> Promised = [.. VisitStates.Promised];

    /// <summary>Enters a confirmed window; a failure that names the others where it overlaps and is not wanted anyway.</summary>
    /// <param name="field">Field of the command in which he or the window was chosen.</param>
    public async Task<Failure?> EnterAsync(
        TechnicianSummary technician, Guid orderId, (DateTime From, DateTime Until) window, bool anyway, string field, CancellationToken cancellationToken)
    {
        await LockAsync(technician.Id, cancellationToken);
        if (anyway)
        {
            return null;
        }

        var others = await db.Unscoped<Visit>("a technician's time is one, whoever's orders fill it")
            .Where(visit => visit.TechnicianId == technician.Id && Promised.Contains(visit.State) && visit.OrderId != orderId
                && visit.PlannedFrom < window.Until && visit.PlannedUntil > window.From)
            .OrderBy(visit => visit.PlannedFrom)
            .Select(visit => new { visit.PlannedFrom, visit.PlannedUntil })
            .ToListAsync(cancellationToken);
        return others.Count == 0 ? null : Failure.Invalid(
            field,
            "orders.technician-busy",
            technician.Name,
            string.Join(", ", others.Select(other => AppointmentWindow.Describe(other.PlannedFrom, other.PlannedUntil, site.TimeZone)).Distinct(StringComparer.Ordinal)));
    }

    /// <summary>Held until the transaction ends: whoever comes second waits here and then sees what the first has written.</summary>
    private async Task LockAsync(Guid technicianId, CancellationToken cancellationToken)
    {
        var known = await db.Set<TechnicianDiary>()
            .Where(diary => diary.TechnicianId == technicianId)
            .ExecuteUpdateAsync(set => set.SetProperty(diary => diary.Bookings, diary => diary.Bookings + 1), cancellationToken);
        if (known == 0)
        {
            db.Set<TechnicianDiary>().Add(new TechnicianDiary { TechnicianId = technicianId });
            await db.SaveAsync(cancellationToken);
        }
    }
}
