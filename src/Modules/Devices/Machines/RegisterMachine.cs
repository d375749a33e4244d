using FluentValidation;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Filters;
using ServicePlatform.Events;
using ServicePlatform.Fields;
using ServicePlatform.Sites;
using ServicePlatform.Timelines;

namespace ServicePlatform.Devices.Machines;

internal sealed class RegisterMachineValidator : AbstractValidator<RegisterMachine>
{
    public RegisterMachineValidator(IStringLocalizer<Texts> texts, SiteDays days)
    {
        RuleFor(command => command.PrincipalId).NotEmpty();
        RuleFor(command => command.CustomerId).NotEmpty();
        RuleFor(command => command.ModelCode).MaximumLength(Lengths.Code);
        RuleFor(command => command.CategoryCode).MaximumLength(Lengths.Code);
        RuleFor(command => command.CategoryCode).NotEmpty()
            .When(command => string.IsNullOrWhiteSpace(command.ModelCode)).WithMessage(_ => texts["Invalid.ModelOrCategory"]);
        RuleFor(command => command.Serial).MaximumLength(500);
        RuleFor(command => command.SoldOn).NotInFuture(days, texts);
        RuleFor(command => command.InstalledOn).NotInFuture(days, texts);
        RuleFor(command => command.SoldByOrganisationPath).MaximumLength(Lengths.Path);
        RuleFor(command => command.LitresPerDay).InclusiveBetween(MachineRules.LeastLitresPerDay, MachineRules.MostLitresPerDay);
        RuleFor(command => command.SaleChannel).IsInEnum();
        RuleFor(command => command.Maker).MaximumLength(Lengths.Name);
        RuleFor(command => command.Note).MaximumLength(Lengths.Text);
        RuleFor(command => command.Attributes).Must(values => values is null || values.Count <= 40).WithMessage(_ => texts["Invalid.TooMany", 40]);
    }
}

internal sealed class RegisterMachineHandler(
    ISiteDb db,
    MachineRules rules,
    MachineIndex index,
    ICustomFields fields,
    MachineGrants grants,
    FilterChain filters,
    DueDates dueDates,
    SiteDays days,
    IClock clock,
    IEvents events,
    ITimeline timeline) : ICommandHandler<RegisterMachine, Guid>
{
    public async Task<Result<Guid>> HandleAsync(RegisterMachine command, CancellationToken cancellationToken)
    {
        var details = new MachineDetails(command.ModelCode, command.CategoryCode, command.Serial, command.Attributes);
        var resolved = await rules.ResolveAsync(null, command.PrincipalId, new(command.CustomerId, command.AddressId), details, cancellationToken);
        if (!resolved.Succeeded)
        {
            return resolved.Failure;
        }

        var (model, category, serial) = resolved.Value;
        var machine = new Machine
        {
            PrincipalId = command.PrincipalId,
            CustomerId = command.CustomerId,
            AddressId = command.AddressId,
            Serial = serial,
            ModelId = model?.Id,
            CategoryId = category.Id,
            Maker = command.Maker,
            IsOrphan = MachineRules.IsOrphan(model, command.SoldOn),
            SoldOn = command.SoldOn,
            SaleChannel = command.SaleChannel,
            SoldByPath = command.SoldByOrganisationPath,
            LitresPerDay = command.LitresPerDay,
            Note = command.Note,
            RegisteredAt = clock.UtcNow,
        };
        machine.SetAttributes(command.Attributes ?? new Dictionary<string, string>(StringComparer.Ordinal));
        if (command.CustomFields is { } own && await fields.SetAsync(machine.Subject, machine.PrincipalId, own, isNew: true, cancellationToken) is { Succeeded: false } wrong)
        {
            return wrong.Failure;
        }

        db.Set<Machine>().Add(machine);
        await grants.OfSaleAsync(machine, cancellationToken);
        timeline.Add(machine.Subject, "devices.registered", serial ?? "");
        if (command.InstalledOn is { } installedOn)
        {
            machine.Install(installedOn, null);
            var first = filters.Start(machine, model, days.MomentOf(installedOn));
            await dueDates.StartAsync(machine, first, model, cancellationToken);
        }

        await index.AddAsync(machine, cancellationToken);
        events.Publish(new MachineRegistered(machine.Id, machine.CustomerId));
        return machine.Id;
    }
}
