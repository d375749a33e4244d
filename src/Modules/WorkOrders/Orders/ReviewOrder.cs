using FluentValidation;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Sites;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.History;

namespace ServicePlatform.WorkOrders.Orders;

internal sealed class StartReviewHandler(Jobs jobs, Journal journal, IClock clock) : ICommandHandler<StartReview, Done>
{
    public async Task<Result<Done>> HandleAsync(StartReview command, CancellationToken cancellationToken)
    {
        var found = await jobs.FindAsync(command.OrderId, command.Version, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        if (found.Value.StartReview(clock.UtcNow) is { } failure)
        {
            return failure;
        }

        journal.Write(found.Value);
        return Result.Done;
    }
}

internal sealed class SendBackValidator : AbstractValidator<SendBack>
{
    public SendBackValidator() => RuleFor(command => command.Reason).NotEmpty().MaximumLength(Lengths.Text);
}

internal sealed class SendBackHandler(Jobs jobs, Journal journal, ISiteContext site, IClock clock) : ICommandHandler<SendBack, Done>
{
    public async Task<Result<Done>> HandleAsync(SendBack command, CancellationToken cancellationToken)
    {
        var found = await jobs.FindAsync(command.OrderId, command.Version, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        if (found.Value.SendBack(command.Reason.Trim(), clock.UtcNow, site.TimeZone) is { } failure)
        {
            return failure;
        }

        journal.Write(found.Value);
        return Result.Done;
    }
}
