using FluentValidation;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Visits;

internal sealed class ChangeFilterValidator : AbstractValidator<ChangeFilter>
{
    public ChangeFilterValidator()
    {
        RuleFor(command => command.Position).InclusiveBetween(1, 50);
        RuleFor(command => command.Serial).MaximumLength(Lengths.Code);
    }
}

internal sealed class ChangeFilterHandler(FieldDesk desk, IMachineReader machines, IModelReader models) : ICommandHandler<ChangeFilter, Done>
{
    public Task<Result<Done>> HandleAsync(ChangeFilter command, CancellationToken cancellationToken) =>
        desk.ActAsync(command.VisitId, command.At, job => ChangeAsync(command, job, cancellationToken), cancellationToken);

    private async Task<Failure?> ChangeAsync(ChangeFilter command, FieldJob job, CancellationToken cancellationToken)
    {
        var wanted = command.MachineId ?? job.Visit.MachineId;
        if (wanted is not { } machineId || !job.Visit.Lines.Any(line => line.MachineId == machineId))
        {
            return Failure.Invalid(nameof(command.MachineId), "orders.machine-not-on-visit");
        }

        if (!await HasPositionAsync(machineId, command.Position, cancellationToken))
        {
            return Failure.Invalid(nameof(command.Position), "orders.no-such-filter", command.Position);
        }

        var serial = string.IsNullOrWhiteSpace(command.Serial) ? null : command.Serial.Trim();
        return job.Visit.ChangeFilter(machineId, command.Position, serial, job.At, job.Now);
    }

    private async Task<bool> HasPositionAsync(Guid machineId, int position, CancellationToken cancellationToken)
    {
        var filters = await machines.FiltersAsync([machineId], cancellationToken);
        if (filters.Any(filter => filter.Position == position))
        {
            return true;
        }

        // A machine that is only now being installed has no filters yet; its model says which there will be.
        var modelId = (await machines.GetAsync([machineId], cancellationToken)).GetValueOrDefault(machineId)?.ModelId;
        var model = modelId is { } id ? (await models.GetAsync([id], cancellationToken)).GetValueOrDefault(id) : null;
        return model?.Filters.Any(filter => filter.Position == position) == true;
    }
}
