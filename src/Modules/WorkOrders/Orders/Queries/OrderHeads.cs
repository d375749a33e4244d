using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Network.Contracts;
using ServicePlatform.WorkOrders.Requests;

namespace ServicePlatform.WorkOrders.Orders.Queries;

/// <summary>Reads the head of an order's page: what, who has it, when.</summary>
internal sealed class OrderHeads(ISiteDb db, IOrganisationReader organisations, ITechnicianReader technicians, IPrincipalReader principals)
{
    public async Task<OrderHead> ReadAsync(Order order, DateTime now, CancellationToken cancellationToken)
    {
        var request = order.RequestId is { } requestId
            ? await db.Unscoped<Request>("the request of an order that the actor sees").FirstOrDefaultAsync(row => row.Id == requestId, cancellationToken)
            : null;
        var holder = (await organisations.GetByPathAsync([order.HolderPath], cancellationToken)).GetValueOrDefault(order.HolderPath);
        var outlet = order.OutletId is { } outletId ? (await organisations.GetAsync([outletId], cancellationToken)).GetValueOrDefault(outletId) : null;
        var technician = order.TechnicianId is { } technicianId
            ? (await technicians.GetAsync([technicianId], cancellationToken)).GetValueOrDefault(technicianId)
            : null;
        return new OrderHead(
            order.Id,
            order.Number,
            order.Version,
            order.State,
            order.JobType,
            order.Description,
            order.InternalNote,
            order.Urgency,
            order.CreatedAt,
            order.DueAt,
            order.IsLate(now),
            request?.Number,
            request?.Channel,
            order.RuleCode,
            (await principals.ListAsync(cancellationToken)).FirstOrDefault(principal => principal.Id == order.PrincipalId)?.Name ?? "",
            order.CategoryCode != Order.AnyCategory,
            holder?.Name,
            order.OutletId,
            outlet?.Name,
            outlet?.Phone,
            order.TechnicianId,
            technician?.Name,
            technician?.Phone,
            order.WishedFrom,
            order.WishedUntil,
            order.AppointmentFrom,
            order.AppointmentUntil,
            order.AppointmentConfirmed,
            order.PausedFor,
            order.ReturnVisitNeeded,
            order.RefusalCount,
            order.EndedAt,
            order.EndNote);
    }
}

/// <summary>Reads who had an order, from when to when, and why no longer.</summary>
internal sealed class AssignmentViews(IOrganisationReader organisations, Security.ISiteAccounts accounts)
{
    public async Task<IReadOnlyList<AssignmentView>> ReadAsync(Order order, CancellationToken cancellationToken)
    {
        if (order.Assignments.Count == 0)
        {
            return [];
        }

        var outlets = await organisations.GetAsync([.. order.Assignments.Select(row => row.OrganisationId).Distinct()], cancellationToken);
        var people = await accounts.NamesAsync([.. order.Assignments.Select(row => row.AssignedBy).Where(id => id != Guid.Empty).Distinct()], cancellationToken);
        return [.. order.Assignments.OrderByDescending(row => row.AssignedAt).Select(row => new AssignmentView(
            row.OrganisationId,
            outlets.GetValueOrDefault(row.OrganisationId)?.Name ?? "",
            row.AssignedAt,
            people.GetValueOrDefault(row.AssignedBy),
            row.AcceptedAt,
            row.EndedAt,
            row.End,
            row.ReasonCode,
            row.Note))];
    }
}
