using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.WorkOrders.History;
using ServicePlatform.WorkOrders.Orders;

namespace ServicePlatform.WorkOrders.Visits;

/// <summary>A visit that its technician works on.</summary>
/// <param name="At">Time of the act on his device, checked.</param>
/// <param name="Now">Time at the server.</param>
internal sealed record FieldJob(Visit Visit, Order Order, DateTime At, DateTime Now)
{
    public TimeSpan Delay => Now - At;
}

/// <summary>
/// Runs what a technician does at a visit that names him. The order may be held above his organisation, so the row scope
/// is lifted once it is certain that the visit is his.
/// </summary>
internal sealed class FieldDesk(ISiteDb db, Jobs jobs, ITechnicianReader technicians, IActorContext actors, Journal journal, IClock clock)
{
    /// <param name="act">Answers why it cannot be done, or null.</param>
    public async Task<Result<Done>> ActAsync(Guid visitId, DateTime at, Func<FieldJob, Task<Failure?>> act, CancellationToken cancellationToken)
    {
        using var wide = actors.Widen("the visit names the technician who acts");
        var found = await FindAsync(visitId, at, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        if (await act(found.Value) is { } failure)
        {
            return failure;
        }

        journal.Write(found.Value.Visit, found.Value.Order);
        await db.SaveAsync(cancellationToken);
        return Result.Done;
    }

    private async Task<Result<FieldJob>> FindAsync(Guid visitId, DateTime at, CancellationToken cancellationToken)
    {
        var visit = await db.Set<Visit>()
            .Include(row => row.Lines)
            .Include(row => row.Steps)
            .Include(row => row.Photos)
            .Include(row => row.FilterChanges)
            .AsSplitQuery()
            .FirstOrDefaultAsync(row => row.Id == visitId, cancellationToken);
        if (visit is null || !await IsMineAsync(visit, cancellationToken))
        {
            return Failure.NotFound("orders.visit-not-found");
        }

        var now = clock.UtcNow;
        var time = ActTime.Check(at, now, visit.LastActAt);
        if (!time.Succeeded)
        {
            return time.Failure;
        }

        var order = await jobs.LoadAsync(visit.OrderId, cancellationToken);
        return order is null ? Failure.NotFound("orders.order-not-found") : new FieldJob(visit, order, time.Value, now);
    }

    private async Task<bool> IsMineAsync(Visit visit, CancellationToken cancellationToken)
    {
        if (actors.Current.Kind == ActorKind.System)
        {
            return visit.TechnicianId is not null;
        }

        var technician = await technicians.FindByUserAsync(actors.Current.UserId, cancellationToken);
        return technician is not null && visit.TechnicianId == technician.Id;
    }
}
