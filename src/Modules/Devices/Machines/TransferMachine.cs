using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Filters;
using ServicePlatform.Events;
using ServicePlatform.Security;
using ServicePlatform.Timelines;

namespace ServicePlatform.Devices.Machines;

/// <summary>Gives a machine to another customer of the same principal, with its filters and history.</summary>
[RequirePermission(DevicePermissions.Edit)]
internal sealed record TransferMachine(Guid MachineId, Guid CustomerId, Guid? AddressId, int Version) : ICommand;

internal sealed class TransferMachineValidator : AbstractValidator<TransferMachine>
{
    public TransferMachineValidator() => RuleFor(command => command.CustomerId).NotEmpty();
}

internal sealed class TransferMachineHandler(ISiteDb db, ICustomerReader customers, DueDates dueDates, IEvents events, ITimeline timeline)
    : ICommandHandler<TransferMachine, Done>
{
    public async Task<Result<Done>> HandleAsync(TransferMachine command, CancellationToken cancellationToken)
    {
        var machine = await db.Set<Machine>().FirstOrDefaultAsync(known => known.Id == command.MachineId, cancellationToken);
        if (machine is null)
        {
            return Failure.NotFound("devices.machine-not-found");
        }

        if (machine.Version != command.Version)
        {
            return new Failure(FailureKind.Conflict, "kernel.stale") { Versions = new(command.Version, machine.Version) };
        }

        if (machine.CustomerId == command.CustomerId)
        {
            return Failure.Invalid(nameof(command.CustomerId), "devices.already-his");
        }

        var found = await customers.GetAsync([command.CustomerId], cancellationToken);
        if (!found.TryGetValue(command.CustomerId, out var customer))
        {
            return Failure.Invalid(nameof(command.CustomerId), "devices.customer-unknown");
        }

        if (customer.PrincipalId != machine.PrincipalId)
        {
            return Failure.Invalid(nameof(command.CustomerId), "devices.customer-of-other-principal");
        }

        var addresses = await customers.AddressesOfAsync([command.CustomerId], cancellationToken);
        if (command.AddressId is { } place && addresses.All(address => address.Id != place))
        {
            return Failure.Invalid(nameof(command.AddressId), "devices.address-unknown");
        }

        var former = machine.CustomerId;
        machine.CustomerId = command.CustomerId;
        machine.AddressId = command.AddressId ?? (addresses.Count == 1 ? addresses[0].Id : null);
        await dueDates.RecomputeAsync([machine], cancellationToken);
        timeline.Add(machine.Subject, "devices.transferred");
        events.Publish(new MachineChanged(machine.Id, former));
        events.Publish(new MachineChanged(machine.Id, machine.CustomerId));
        return Result.Done;
    }
}
