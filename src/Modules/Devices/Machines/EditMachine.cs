using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Filters;
using ServicePlatform.Events;
using ServicePlatform.Fields;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.Timelines;

namespace ServicePlatform.Devices.Machines;

/// <summary>Brings what is known of a machine to this state; its customer stays. Moving to another address of his is part of it.</summary>
[RequirePermission(DevicePermissions.Edit)]
internal sealed record EditMachine(
    Guid MachineId,
    Guid? AddressId,
    string? ModelCode,
    string? CategoryCode,
    string? Serial,
    string? Maker,
    MachineStatus Status,
    DateOnly? SoldOn,
    SaleChannel SaleChannel,
    DateOnly? InstalledOn,
    double? LitresPerDay,
    string? Note,
    IReadOnlyDictionary<string, string> Attributes,
    int Version,
    CustomFieldInput? CustomFields = null) : ICommand;

internal sealed class EditMachineValidator : AbstractValidator<EditMachine>
{
    public EditMachineValidator(IStringLocalizer<Texts> texts, SiteDays days)
    {
        RuleFor(command => command.ModelCode).MaximumLength(Lengths.Code);
        RuleFor(command => command.CategoryCode).MaximumLength(Lengths.Code);
        RuleFor(command => command.CategoryCode).NotEmpty()
            .When(command => string.IsNullOrWhiteSpace(command.ModelCode)).WithMessage(_ => texts["Invalid.ModelOrCategory"]);
        RuleFor(command => command.Serial).MaximumLength(500);
        RuleFor(command => command.Maker).MaximumLength(Lengths.Name);
        RuleFor(command => command.Status).IsInEnum();
        RuleFor(command => command.SaleChannel).IsInEnum();
        RuleFor(command => command.SoldOn).NotInFuture(days, texts);
        RuleFor(command => command.InstalledOn).NotInFuture(days, texts);
        RuleFor(command => command.InstalledOn).NotNull()
            .When(command => command.Status == MachineStatus.InUse).WithMessage(_ => texts["Invalid.InUseSince"]);
        RuleFor(command => command.LitresPerDay).InclusiveBetween(MachineRules.LeastLitresPerDay, MachineRules.MostLitresPerDay);
        RuleFor(command => command.Note).MaximumLength(Lengths.Text);
        RuleFor(command => command.Attributes).NotNull();
        RuleFor(command => command.Attributes.Count).LessThanOrEqualTo(40).When(command => command.Attributes is not null);
    }
}

internal sealed class EditMachineHandler(
    ISiteDb db,
    MachineRules rules,
    MachineIndex index,
    ICustomFields fields,
    FilterChain filters,
    DueDates dueDates,
    SiteDays days,
    IClock clock,
    IEvents events,
    ITimeline timeline) : ICommandHandler<EditMachine, Done>
{
    public async Task<Result<Done>> HandleAsync(EditMachine command, CancellationToken cancellationToken)
    {
        var machine = await db.Set<Machine>().Include(known => known.Attributes)
            .FirstOrDefaultAsync(known => known.Id == command.MachineId, cancellationToken);
        if (machine is null)
        {
            return Failure.NotFound("devices.machine-not-found");
        }

        if (machine.Version != command.Version)
        {
            return new Failure(FailureKind.Conflict, "kernel.stale") { Versions = new(command.Version, machine.Version) };
        }

        var details = new MachineDetails(command.ModelCode, command.CategoryCode, command.Serial, command.Attributes);
        var resolved = await rules.ResolveAsync(machine.Id, machine.PrincipalId, new(machine.CustomerId, command.AddressId), details, cancellationToken);
        if (!resolved.Succeeded)
        {
            return resolved.Failure;
        }

        if (command.CustomFields is { } own && await fields.SetAsync(machine.Subject, machine.PrincipalId, own, isNew: false, cancellationToken) is { Succeeded: false } wrong)
        {
            return wrong.Failure;
        }

        var (modelBefore, installedBefore) = (machine.ModelId, machine.InstalledOn);
        var facts = Apply(command, machine, resolved.Value);
        await filters.CorrectAsync(machine, modelBefore != machine.ModelId, installedBefore, clock.UtcNow, cancellationToken);
        if (machine.Status == MachineStatus.InUse && machine.InstalledOn is { } since)
        {
            await filters.FillAsync(machine, null, days.MomentOf(since), cancellationToken);
        }

        await dueDates.RecomputeAsync([machine], cancellationToken);
        await index.SetAsync(machine, cancellationToken);
        foreach (var (code, values) in facts)
        {
            timeline.Add(machine.Subject, code, values);
        }

        events.Publish(new MachineChanged(machine.Id, machine.CustomerId));
        return Result.Done;
    }

    /// <summary>Answers what the history of the machine must tell.</summary>
    private static List<(string Code, string[] Values)> Apply(EditMachine command, Machine machine, ResolvedMachine resolved)
    {
        var facts = new List<(string, string[])>();
        if (machine.Status != command.Status)
        {
            facts.Add(("devices.status-changed", [$"@MachineStatus.{machine.Status}", $"@MachineStatus.{command.Status}"]));
        }

        if (machine.AddressId != command.AddressId)
        {
            facts.Add(("devices.relocated", []));
        }

        if (machine.Serial != resolved.Serial)
        {
            facts.Add(("devices.serial-changed", [machine.Serial ?? "-", resolved.Serial ?? "-"]));
        }

        if (machine.ModelId != resolved.Model?.Id)
        {
            facts.Add(("devices.model-corrected", [resolved.Model?.Name ?? "-"]));
        }

        if (machine.InstalledOn != command.InstalledOn)
        {
            facts.Add(("devices.install-day-corrected", [Day(machine.InstalledOn), Day(command.InstalledOn)]));
        }

        if (facts.Count == 0)
        {
            facts.Add(("devices.edited", []));
        }

        machine.AddressId = command.AddressId;
        machine.ModelId = resolved.Model?.Id;
        machine.CategoryId = resolved.Category.Id;
        machine.Serial = resolved.Serial;
        machine.Maker = command.Maker;
        machine.Status = command.Status;
        machine.SoldOn = command.SoldOn;
        machine.SaleChannel = command.SaleChannel;
        machine.InstalledOn = command.InstalledOn;
        machine.LitresPerDay = command.LitresPerDay;
        machine.Note = command.Note;
        machine.IsOrphan = MachineRules.IsOrphan(resolved.Model, command.SoldOn);
        machine.SetAttributes(command.Attributes);
        return facts;
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";
}
