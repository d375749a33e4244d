using FluentValidation;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Sites;
using ServicePlatform.WorkOrders.Access;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.History;

namespace ServicePlatform.WorkOrders.Orders;

internal sealed class RefuseOrderValidator : AbstractValidator<RefuseOrder>
{
    public RefuseOrderValidator(IStringLocalizer<Texts> texts)
    {
        RuleFor(command => command.ReasonCode).NotEmpty().MaximumLength(Lengths.Code).OneOf(RefusalReasons.All, texts);
        RuleFor(command => command.Note).MaximumLength(Lengths.Text);
        RuleFor(command => command.Note).NotEmpty().When(command => command.ReasonCode == RefusalReasons.Other);
    }
}

internal sealed class RefuseOrderHandler(Jobs jobs, OutletNames names, JobAccess access, Journal journal, IClock clock, ISiteContext site)
    : ICommandHandler<RefuseOrder, Done>
{
    public async Task<Result<Done>> HandleAsync(RefuseOrder command, CancellationToken cancellationToken)
    {
        var found = await jobs.FindAsync(command.OrderId, command.Version, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        var order = found.Value;
        var now = clock.UtcNow;
        var visit = await jobs.OpenVisitAsync(order, cancellationToken);
        var outlet = await names.OfAsync(order.OutletId, cancellationToken);
        if (order.PausedFor is not null && OrderStates.AtOutlet.Contains(order.State))
        {
            // What the outlet waited for is its own matter; nobody has the job now, and its clocks run.
            order.Resume(now, site.TimeZone);
        }

        if ((order.Refuse(outlet, command.ReasonCode, command.Note, now) ?? visit?.FollowOrder(order.HolderPath, now)) is { } failure)
        {
            return failure;
        }

        await access.EndAsync(order, cancellationToken);
        await access.OpenAsync(order, cancellationToken);
        journal.Write(order);
        return Result.Done;
    }
}
