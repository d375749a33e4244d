using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Requests;

internal sealed class MarkRequestDuplicateValidator : AbstractValidator<MarkRequestDuplicate>
{
    public MarkRequestDuplicateValidator() => RuleFor(command => command.OriginalNumber).NotEmpty().MaximumLength(Lengths.Number);
}

internal sealed class MarkRequestDuplicateHandler(ISiteDb db, RequestDecisions decisions) : ICommandHandler<MarkRequestDuplicate, Done>
{
    public async Task<Result<Done>> HandleAsync(MarkRequestDuplicate command, CancellationToken cancellationToken)
    {
        var number = command.OriginalNumber.Trim();
        var original = await db.List<Request>().FirstOrDefaultAsync(request => request.Number == number, cancellationToken);
        if (original is null || original.Id == command.RequestId || original.OriginalId == command.RequestId)
        {
            return Failure.Invalid(nameof(command.OriginalNumber), "orders.original-not-found");
        }

        return await decisions.DecideAsync(
            command.RequestId,
            command.Version,
            (request, now) => request.CustomerId == original.CustomerId
                ? request.MarkDuplicate(original.Id, original.Number, now)
                : Failure.Invalid(nameof(command.OriginalNumber), "orders.original-of-another"),
            cancellationToken);
    }
}
