using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Filters;
using ServicePlatform.Devices.Machines;

namespace ServicePlatform.Devices.Readings;

internal sealed class RecordReadingsValidator : AbstractValidator<RecordReadings>
{
    public RecordReadingsValidator(IStringLocalizer<Texts> texts) => RuleFor(command => command.Readings).Readings(texts);
}

internal sealed class RecordReadingsHandler(ISiteDb db, ReadingLog readings, DueDates dueDates) : ICommandHandler<RecordReadings, Done>
{
    public async Task<Result<Done>> HandleAsync(RecordReadings command, CancellationToken cancellationToken)
    {
        var machine = await db.Set<Machine>().FirstOrDefaultAsync(known => known.Id == command.MachineId, cancellationToken);
        if (machine is null)
        {
            return Failure.NotFound("devices.machine-not-found");
        }

        await readings.AddAsync(machine, command.VisitId, command.At, command.Readings, isBaseline: false, cancellationToken);
        await dueDates.RecomputeAsync([machine], cancellationToken);
        return Result.Done;
    }
}
