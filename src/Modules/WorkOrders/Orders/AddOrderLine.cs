using FluentValidation;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Sites;
using ServicePlatform.WorkOrders.Access;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Visits;

namespace ServicePlatform.WorkOrders.Orders;

internal sealed class AddOrderLineValidator : AbstractValidator<AddOrderLine>
{
    public AddOrderLineValidator(IStringLocalizer<Texts> texts) =>
        RuleFor(command => command.JobType).NotEmpty().MaximumLength(Lengths.Code).OneOf(JobTypes.All, texts);
}

internal sealed class AddOrderLineHandler(Jobs jobs, IMachineReader machines, JobAccess access, History.Journal journal, IClock clock)
    : ICommandHandler<AddOrderLine, Guid>
{
    public async Task<Result<Guid>> HandleAsync(AddOrderLine command, CancellationToken cancellationToken)
    {
        var found = await jobs.FindAsync(command.OrderId, command.Version, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        var order = found.Value;
        if (command.MachineId is { } id
            && (await machines.GetAsync([id], cancellationToken)).GetValueOrDefault(id)?.CustomerId != order.CustomerId)
        {
            return Failure.Invalid(nameof(command.MachineId), "orders.machine-not-found");
        }

        var made = order.Extend(command.MachineId, command.JobType, clock.UtcNow);
        if (!made.Succeeded)
        {
            return made.Failure;
        }

        // A visit that is planned already takes it along.
        if (await jobs.OpenVisitAsync(order, cancellationToken) is { } visit && VisitStates.Planned.Contains(visit.State))
        {
            visit.Take(made.Value.Id, made.Value.Number, made.Value.MachineId, made.Value.JobType);
        }

        await access.OpenAsync(order, cancellationToken);
        journal.Write(order);
        return made.Value.Id;
    }
}
