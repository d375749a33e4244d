using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Filters;
using ServicePlatform.Devices.Readings;
using ServicePlatform.Events;
using ServicePlatform.Timelines;

namespace ServicePlatform.Devices.Machines;

internal sealed class RecordInstallationValidator : AbstractValidator<RecordInstallation>
{
    public RecordInstallationValidator(IStringLocalizer<Texts> texts)
    {
        RuleFor(command => command.OrganisationPath).NotEmpty().MaximumLength(Lengths.Path);
        RuleFor(command => command.Baseline).Readings(texts);
    }
}

internal sealed class RecordInstallationHandler(
    ISiteDb db,
    ReadingLog readings,
    MachineGrants grants,
    FilterChain filters,
    DueDates dueDates,
    SiteDays days,
    IEvents events,
    ITimeline timeline) : ICommandHandler<RecordInstallation, Done>
{
    public async Task<Result<Done>> HandleAsync(RecordInstallation command, CancellationToken cancellationToken)
    {
        var machine = await db.Set<Machine>().FirstOrDefaultAsync(known => known.Id == command.MachineId, cancellationToken);
        if (machine is null)
        {
            return Failure.NotFound("devices.machine-not-found");
        }

        if (machine.Status == MachineStatus.Scrapped)
        {
            return Failure.Conflict("devices.machine-scrapped");
        }

        machine.Install(days.Of(command.At), command.OrganisationPath);
        await readings.AddAsync(machine, command.VisitId, command.At, command.Baseline, isBaseline: true, cancellationToken);
        await filters.FillAsync(machine, command.VisitId, command.At, cancellationToken);
        await grants.OfInstallationAsync(machine, command.OrganisationPath, command.VisitId, cancellationToken);
        await dueDates.RecomputeAsync([machine], cancellationToken);
        timeline.Add(machine.Subject, "devices.installed");
        events.Publish(new MachineInstalled(machine.Id, machine.CustomerId, command.VisitId, command.At));
        return Result.Done;
    }
}
