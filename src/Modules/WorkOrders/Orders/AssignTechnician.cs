using ServicePlatform.Commands;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Sites;
using ServicePlatform.WorkOrders.Access;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.History;
using ServicePlatform.WorkOrders.Visits;

namespace ServicePlatform.WorkOrders.Orders;

internal sealed class AssignTechnicianHandler(
    Jobs jobs, Diaries diaries, ITechnicianReader technicians, OutletNames names, JobAccess access, Journal journal, IClock clock) : ICommandHandler<AssignTechnician, Done>
{
    public async Task<Result<Done>> HandleAsync(AssignTechnician command, CancellationToken cancellationToken)
    {
        var found = await jobs.FindAsync(command.OrderId, command.Version, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        var order = found.Value;
        var technician = (await technicians.GetAsync([command.TechnicianId], cancellationToken)).GetValueOrDefault(command.TechnicianId);
        if (technician is null || !OrganisationPaths.IsAtOrBelow(technician.OrganisationPath, order.HolderPath))
        {
            return Failure.Invalid(nameof(command.TechnicianId), "orders.technician-not-found");
        }

        if (!technician.IsActive)
        {
            return Failure.Invalid(nameof(command.TechnicianId), "orders.technician-inactive", technician.Name);
        }

        var now = clock.UtcNow;
        var visit = await jobs.OpenVisitAsync(order, cancellationToken);
        if (visit is { State: VisitState.Confirmed }
            && await diaries.EnterAsync(technician, order.Id, (visit.PlannedFrom, visit.PlannedUntil), command.Anyway, nameof(command.TechnicianId), cancellationToken) is { } busy)
        {
            return busy;
        }

        var outlet = await names.OfAsync(order.OutletId, cancellationToken);
        var failure = order.NameTechnician(technician.Id, outlet, now) ?? visit?.GiveTo(technician.Id, technician.OrganisationPath, now);
        if (failure is not null)
        {
            return failure;
        }

        await access.OpenAsync(order, technician.OrganisationPath, cancellationToken);
        journal.Write(order);
        return Result.Done;
    }
}
