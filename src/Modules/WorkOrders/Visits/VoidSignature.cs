using FluentValidation;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Sites;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.History;
using ServicePlatform.WorkOrders.Orders;

namespace ServicePlatform.WorkOrders.Visits;

internal sealed class VoidSignatureValidator : AbstractValidator<VoidSignature>
{
    public VoidSignatureValidator() => RuleFor(command => command.Reason).NotEmpty().MaximumLength(Lengths.Text);
}

internal sealed class VoidSignatureHandler(Jobs jobs, Journal journal, IClock clock) : ICommandHandler<VoidSignature, Done>
{
    public async Task<Result<Done>> HandleAsync(VoidSignature command, CancellationToken cancellationToken)
    {
        var found = await jobs.FindAsync(command.OrderId, command.Version, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        if (await jobs.WorkedVisitAsync(found.Value, cancellationToken) is not { } visit)
        {
            return Failure.Conflict("orders.not-signed");
        }

        if (visit.VoidSignature(command.Reason.Trim(), clock.UtcNow) is { } failure)
        {
            return failure;
        }

        journal.Write(visit);
        return Result.Done;
    }
}
