using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Machines;
using ServicePlatform.Security;

namespace ServicePlatform.Devices.Filters;

/// <summary>Records a filter change that was no visit of ours: the customer did it himself, or it lies in the past.</summary>
/// <param name="ChangedOn">Day of the change in the site's zone.</param>
[RequirePermission(DevicePermissions.Edit)]
internal sealed record RecordFilterChange(Guid MachineId, int Position, string? Serial, DateOnly ChangedOn) : ICommand;

internal sealed class RecordFilterChangeValidator : AbstractValidator<RecordFilterChange>
{
    public RecordFilterChangeValidator(IStringLocalizer<Texts> texts, SiteDays days)
    {
        RuleFor(command => command.Position).GreaterThan(0);
        RuleFor(command => command.Serial).MaximumLength(500);
        RuleFor(command => (DateOnly?)command.ChangedOn).NotInFuture(days, texts);
    }
}

internal sealed class RecordFilterChangeHandler(ISiteDb db, FilterChain chain, FilterChangeEffects effects, SiteDays days)
    : ICommandHandler<RecordFilterChange, Done>
{
    public async Task<Result<Done>> HandleAsync(RecordFilterChange command, CancellationToken cancellationToken)
    {
        var machine = await db.Set<Machine>().FirstOrDefaultAsync(known => known.Id == command.MachineId, cancellationToken);
        if (machine is null)
        {
            return Failure.NotFound("devices.machine-not-found");
        }

        var changed = await chain.ChangeAsync(machine, command.Position, command.Serial, null, days.MomentOf(command.ChangedOn), cancellationToken);
        if (!changed.Succeeded)
        {
            return changed.Failure;
        }

        await effects.OfChangeAsync(machine, changed.Value, cancellationToken);
        return Result.Done;
    }
}
