using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Events;
using ServicePlatform.Network.Contracts;

namespace ServicePlatform.WorkOrders.Visits;

/// <summary>A technician has a diary from the first day, so that the first two bookings do not make it side by side.</summary>
internal sealed class KeepDiary(ISiteDb db) : IEventHandler<TechnicianSaved>
{
    public async Task HandleAsync(TechnicianSaved domainEvent, CancellationToken cancellationToken)
    {
        if (!await db.Set<TechnicianDiary>().AnyAsync(diary => diary.TechnicianId == domainEvent.TechnicianId, cancellationToken))
        {
            db.Set<TechnicianDiary>().Add(new TechnicianDiary { TechnicianId = domainEvent.TechnicianId });
        }
    }
}
