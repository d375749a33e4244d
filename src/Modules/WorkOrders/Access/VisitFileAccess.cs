using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Files;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Security;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders;
using ServicePlatform.WorkOrders.Visits;

namespace ServicePlatform.WorkOrders.Access;

/// <summary>
/// Who may open the photos and signatures of a visit: the customer once it has ended well; staff who see the visit or its order;
/// the technician of the visit, and one who is on his way to the same machine.
/// </summary>
internal sealed class VisitFileAccess(ISiteDb db, ITechnicianReader technicians, IActorContext actors) : IFileAccess
{
    private static readonly List<VisitState> Open = [.. VisitStates.Open];

    public string SubjectKind => Subjects.VisitKind;

    public async Task<bool> MayReadAsync(Guid subjectId, CancellationToken cancellationToken)
    {
        var actor = actors.Current;
        return actor.Kind switch
        {
            ActorKind.System => true,
            ActorKind.Customer => await db.Unscoped<Visit>("the customer's own visits").AnyAsync(
                visit => visit.Id == subjectId && visit.State == VisitState.Finished && actor.CustomerIds.Contains(visit.CustomerId), cancellationToken),
            ActorKind.Staff => await StaffAsync(subjectId, actor, cancellationToken),
            _ => false,
        };
    }

    private async Task<bool> StaffAsync(Guid visitId, IActor actor, CancellationToken cancellationToken)
    {
        if (actor.Can(OrderPermissions.View)
            && (await db.List<Visit>().AnyAsync(visit => visit.Id == visitId, cancellationToken) || await SeesOrderAsync(visitId, cancellationToken)))
        {
            return true;
        }

        return actor.Can(OrderPermissions.Work) && await IsTechnicianAsync(visitId, actor, cancellationToken);
    }

    private async Task<bool> SeesOrderAsync(Guid visitId, CancellationToken cancellationToken)
    {
        var orderId = await db.Unscoped<Visit>("only the order's id is read; the order is looked for within the scope")
            .Where(visit => visit.Id == visitId).Select(visit => (Guid?)visit.OrderId).FirstOrDefaultAsync(cancellationToken);
        return orderId is not null && await db.List<Order>().AnyAsync(order => order.Id == orderId, cancellationToken);
    }

    private async Task<bool> IsTechnicianAsync(Guid visitId, IActor actor, CancellationToken cancellationToken)
    {
        if (await technicians.FindByUserAsync(actor.UserId, cancellationToken) is not { } technician)
        {
            return false;
        }

        var own = db.Unscoped<Visit>("visits that name the technician of the signed-in account").Where(visit => visit.TechnicianId == technician.Id);
        var all = db.Unscoped<Visit>("whether it is about the machine of the technician's open visit");
        return await own.AnyAsync(visit => visit.Id == visitId, cancellationToken)
            || await all.AnyAsync(
                visit => visit.Id == visitId && visit.State == VisitState.Finished && visit.MachineId != null
                    && own.Any(mine => mine.MachineId == visit.MachineId && Open.Contains(mine.State)),
                cancellationToken);
    }
}
