using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Filters;
using ServicePlatform.Devices.Machines;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.Timelines;

namespace ServicePlatform.Devices.Readings;

/// <summary>Keeps readings that reached us outside a visit: told by the customer, taken in a workshop.</summary>
/// <param name="At">UTC, not in the future.</param>
[RequirePermission(DevicePermissions.Edit)]
internal sealed record AddReadings(Guid MachineId, DateTime At, IReadOnlyList<ReadingInput> Readings) : ICommand;

internal sealed class AddReadingsValidator : AbstractValidator<AddReadings>
{
    public AddReadingsValidator(IStringLocalizer<Texts> texts, IClock clock)
    {
        RuleFor(command => command.At).Must(at => at <= clock.UtcNow).WithMessage(_ => texts["Invalid.Future"]);
        RuleFor(command => command.Readings).NotEmpty().WithMessage(_ => texts["Invalid.NoReading"]);
        RuleFor(command => command.Readings).Readings(texts);
    }
}

internal sealed class AddReadingsHandler(ISiteDb db, ReadingLog readings, DueDates dueDates, ITimeline timeline) : ICommandHandler<AddReadings, Done>
{
    public async Task<Result<Done>> HandleAsync(AddReadings command, CancellationToken cancellationToken)
    {
        var machine = await db.Set<Machine>().FirstOrDefaultAsync(known => known.Id == command.MachineId, cancellationToken);
        if (machine is null)
        {
            return Failure.NotFound("devices.machine-not-found");
        }

        await readings.AddAsync(machine, null, command.At, command.Readings, isBaseline: false, cancellationToken);
        await dueDates.RecomputeAsync([machine], cancellationToken);
        timeline.Add(machine.Subject, "devices.readings-added");
        return Result.Done;
    }
}
