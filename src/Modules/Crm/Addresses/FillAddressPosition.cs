using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Events;

namespace ServicePlatform.Crm.Addresses;

internal sealed class FillAddressPositionValidator : AbstractValidator<FillAddressPosition>
{
    public FillAddressPositionValidator() => RuleFor(command => command.Position).Must(position => position.IsValid);
}

internal sealed class FillAddressPositionHandler(ISiteDb db, IEvents events) : ICommandHandler<FillAddressPosition, Done>
{
    public async Task<Result<Done>> HandleAsync(FillAddressPosition command, CancellationToken cancellationToken)
    {
        var address = await db.Set<CustomerAddress>().FirstOrDefaultAsync(known => known.Id == command.AddressId, cancellationToken);
        if (address is null)
        {
            return Failure.NotFound("crm.address-not-found");
        }

        if (address.Position is null)
        {
            address.StandAt(command.Position);
            events.Publish(new CustomerSaved(address.CustomerId, IsNew: false));
        }

        return Result.Done;
    }
}
