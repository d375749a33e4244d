using FluentValidation;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Settings;
using ServicePlatform.Sites;
using ServicePlatform.WorkOrders.Clocks;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.History;

namespace ServicePlatform.WorkOrders.Orders;

internal sealed class PauseOrderValidator : AbstractValidator<PauseOrder>
{
    public PauseOrderValidator()
    {
        RuleFor(command => command.Reason).IsInEnum();
        RuleFor(command => command.Note).NotEmpty().MaximumLength(Lengths.Text);
    }
}

internal sealed class PauseOrderHandler(Jobs jobs, ISettings settings, Journal journal, ISiteContext site, IClock clock) : ICommandHandler<PauseOrder, Done>
{
    public async Task<Result<Done>> HandleAsync(PauseOrder command, CancellationToken cancellationToken)
    {
        var found = await jobs.FindAsync(command.OrderId, command.Version, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        var policy = (await settings.GetAsync<ServicePromises>(cancellationToken)).PolicyFor(command.Reason);
        if (found.Value.Pause(command.Reason, command.Note, policy, clock.UtcNow, site.TimeZone) is { } failure)
        {
            return failure;
        }

        journal.Write(found.Value);
        return Result.Done;
    }
}

internal sealed class ResumeOrderHandler(Jobs jobs, Journal journal, ISiteContext site, IClock clock) : ICommandHandler<ResumeOrder, Done>
{
    public async Task<Result<Done>> HandleAsync(ResumeOrder command, CancellationToken cancellationToken)
    {
        var found = await jobs.FindAsync(command.OrderId, command.Version, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        if (found.Value.Resume(clock.UtcNow, site.TimeZone) is { } failure)
        {
            return failure;
        }

        journal.Write(found.Value);
        return Result.Done;
    }
}
