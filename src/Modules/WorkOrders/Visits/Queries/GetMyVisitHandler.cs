using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Orders;
using ServicePlatform.WorkOrders.Queries;

namespace ServicePlatform.WorkOrders.Visits.Queries;

internal sealed class GetMyVisitHandler(ISiteDb db, MyVisits mine, VisitViews views, MachineViews machines, JobContacts contacts)
    : IQueryHandler<GetMyVisit, FieldVisit>
{
    private const int Photos = 8;

    public async Task<Result<FieldVisit>> HandleAsync(GetMyVisit query, CancellationToken cancellationToken)
    {
        var technician = await mine.TechnicianAsync(cancellationToken);
        var visit = technician is null ? null : await db.Unscoped<Visit>("a visit that names the technician of the signed-in account")
            .Include(row => row.Lines).Include(row => row.Steps).Include(row => row.Photos).Include(row => row.FilterChanges)
            .AsSplitQuery()
            .FirstOrDefaultAsync(row => row.Number == query.Number && row.TechnicianId == technician.Id, cancellationToken);
        if (visit is null)
        {
            return Failure.NotFound("orders.visit-not-found");
        }

        var order = await db.Unscoped<Order>("the order of the technician's own visit").FirstAsync(row => row.Id == visit.OrderId, cancellationToken);
        var machineIds = visit.Lines.Select(line => line.MachineId).OfType<Guid>().Distinct().ToList();
        var known = await machines.ReadAsync(machineIds, cancellationToken);
        var open = VisitStates.Open.Contains(visit.State);
        return new FieldVisit(
            (await views.ReadAsync([visit], known, cancellationToken))[0],
            order.Id,
            order.Number,
            visit.JobType,
            order.Urgency,
            order.Description,
            order.InternalNote,
            await contacts.ReadAsync(visit.CustomerId, visit.AddressId, order.ContactPhone, cancellationToken),
            [.. machineIds.Where(known.ContainsKey).Select(id => known[id])],
            open ? [.. known.Values.SelectMany(Bring)] : [],
            FieldActions.NextStep(visit)?.Code,
            visit.Missing.Count(),
            visit.Steps.Where(step => !step.IsDone).Select(step => (step.Code, Why: visit.BlockedBy(step)))
                .Where(step => step.Why is not null).ToDictionary(step => step.Code, step => step.Why!, StringComparer.Ordinal),
            open ? await EarlierPhotosAsync(visit, machineIds, cancellationToken) : [],
            FieldActions.Of(visit),
            FieldActions.Next(visit));
    }

    /// <summary>Filters that will have to be changed anyway.</summary>
    private static IEnumerable<BringItem> Bring(MachineView machine) => machine.Filters
        .Where(filter => filter.Condition is not FilterCondition.Good)
        .Select(filter => new BringItem(machine.Id, filter.Position, filter.PartCode, filter.Name, filter.Condition, filter.DueOn));

    /// <summary>Who goes to a machine sees how it was left; the visit's files are opened to him by the same rule.</summary>
    private async Task<IReadOnlyList<PhotoView>> EarlierPhotosAsync(Visit visit, List<Guid> machineIds, CancellationToken cancellationToken)
    {
        if (machineIds.Count == 0)
        {
            return [];
        }

        var earlier = db.Unscoped<Visit>("earlier visits to the machine that the technician is sent to")
            .Where(row => row.Id != visit.Id && row.State == VisitState.Finished && row.MachineId != null && machineIds.Contains(row.MachineId.Value));
        var photos = await db.Set<VisitPhoto>().AsNoTracking()
            .Where(photo => earlier.Any(row => row.Id == photo.VisitId))
            .OrderByDescending(photo => photo.TakenAt).Take(Photos).ToListAsync(cancellationToken);
        return photos.ConvertAll(VisitViews.Photo);
    }
}
