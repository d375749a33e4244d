using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders;
using ServicePlatform.WorkOrders.Visits;

namespace ServicePlatform.WorkOrders.Queries;

/// <summary>Says how many open jobs a change of a procedure touches.</summary>
internal sealed class ProcedureImpact(ISiteDb db, IMachineReader machines) : IProcedureImpact
{
    public async Task<OpenJobs> CountOpenJobsAsync(ProcedureReach reach, CancellationToken cancellationToken)
    {
        var states = OrderStates.Running.ToList();
        var orders = db.Unscoped<Order>("numbers only: a definition reaches further than the editor's own jobs").Where(order => states.Contains(order.State));
        orders = reach.JobTypes.Count > 0 ? orders.Where(order => reach.JobTypes.Contains(order.JobType)) : orders;
        orders = reach.PrincipalId is { } principal ? orders.Where(order => order.PrincipalId == principal) : orders;
        orders = reach.CategoryCode is { } category ? orders.Where(order => order.CategoryCode == category) : orders;
        if (reach.OrganisationPath is { } path)
        {
            var (low, high) = OrganisationPaths.Range(path);
            orders = orders.Where(order => string.Compare(order.HolderPath, low) >= 0 && string.Compare(order.HolderPath, high) < 0);
        }

        var rows = await orders.Select(order => new { order.Id, order.VisitId, order.MachineId }).ToListAsync(cancellationToken);
        if (reach.ModelId is { } model)
        {
            var known = await machines.GetAsync([.. rows.Select(row => row.MachineId).OfType<Guid>().Distinct()], cancellationToken);
            rows = rows.FindAll(row => row.MachineId is { } id && known.GetValueOrDefault(id)?.ModelId == model);
        }

        var visitIds = rows.Select(row => row.VisitId).OfType<Guid>().ToList();
        var started = await db.Unscoped<Visit>("numbers only").CountAsync(
            visit => visitIds.Contains(visit.Id) && visit.State == VisitState.Working, cancellationToken);
        return new OpenJobs(rows.Count - started, started);
    }
}
