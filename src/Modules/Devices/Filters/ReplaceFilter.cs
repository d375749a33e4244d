using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Machines;
using ServicePlatform.Events;

namespace ServicePlatform.Devices.Filters;

internal sealed class ReplaceFilterValidator : AbstractValidator<ReplaceFilter>
{
    public ReplaceFilterValidator()
    {
        RuleFor(command => command.Position).GreaterThan(0);
        RuleFor(command => command.Serial).MaximumLength(500);
    }
}

internal sealed class ReplaceFilterHandler(ISiteDb db, FilterChain chain, FilterChangeEffects effects, IEvents events) : ICommandHandler<ReplaceFilter, Done>
{
    public async Task<Result<Done>> HandleAsync(ReplaceFilter command, CancellationToken cancellationToken)
    {
        var machine = await db.Set<Machine>().FirstOrDefaultAsync(known => known.Id == command.MachineId, cancellationToken);
        if (machine is null)
        {
            return Failure.NotFound("devices.machine-not-found");
        }

        var changed = await chain.ChangeAsync(machine, command.Position, command.Serial, command.VisitId, command.At, cancellationToken);
        if (!changed.Succeeded)
        {
            return changed.Failure;
        }

        if (!changed.Value.IsRepeat)
        {
            await effects.OfChangeAsync(machine, changed.Value, cancellationToken);
            events.Publish(new FilterReplaced(machine.Id, command.Position, command.VisitId, command.At));
        }

        return Result.Done;
    }
}
