using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.WorkOrders.Access;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.History;
using ServicePlatform.WorkOrders.Requests;

namespace ServicePlatform.WorkOrders.Orders;

/// <summary>What every end of an order has in common: its plan falls, its access ends, its request closes with it.</summary>
internal sealed class OrderEnds(ISiteDb db, Jobs jobs, JobAccess access, Journal journal, IActorContext actors, IClock clock)
{
    public async Task<Result<Done>> EndAsync(Guid id, int version, Func<Order, DateTime, Failure?> rule, CancellationToken cancellationToken)
    {
        var found = await jobs.FindAsync(id, version, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        var order = found.Value;
        var now = clock.UtcNow;
        var visit = await jobs.OpenVisitAsync(order, cancellationToken);
        if ((rule(order, now) ?? visit?.Cancel(now)) is { } failure)
        {
            return failure;
        }

        await access.EndAsync(order, cancellationToken);
        await CloseRequestAsync(order, now, cancellationToken);
        journal.Write(visit is null ? [order] : [visit, order]);
        return Result.Done;
    }

    /// <summary>The request closes with the last of its orders; it may be held by another organisation than the order.</summary>
    private async Task CloseRequestAsync(Order order, DateTime now, CancellationToken cancellationToken)
    {
        if (order.RequestId is not { } requestId)
        {
            return;
        }

        using var wide = actors.Widen("the request closes with its order, whoever holds it");
        var others = await db.Set<Order>().AnyAsync(
            other => other.RequestId == requestId && other.Id != order.Id && other.EndedAt == null, cancellationToken);
        if (!others && await db.Set<Request>().FirstOrDefaultAsync(row => row.Id == requestId, cancellationToken) is { State: RequestState.Converted } request)
        {
            request.Close(now);
            journal.Write(request);
            await db.SaveAsync(cancellationToken);
        }
    }
}

internal sealed class CloseOrderValidator : AbstractValidator<CloseOrder>
{
    public CloseOrderValidator() => RuleFor(command => command.Note).MaximumLength(Lengths.Text);
}

internal sealed class CloseOrderHandler(OrderEnds ends) : ICommandHandler<CloseOrder, Done>
{
    public Task<Result<Done>> HandleAsync(CloseOrder command, CancellationToken cancellationToken) =>
        ends.EndAsync(command.OrderId, command.Version, (order, now) => order.Close(command.Note, now), cancellationToken);
}

internal sealed class CancelOrderValidator : AbstractValidator<CancelOrder>
{
    public CancelOrderValidator() => RuleFor(command => command.Reason).NotEmpty().MaximumLength(Lengths.Text);
}

internal sealed class CancelOrderHandler(OrderEnds ends) : ICommandHandler<CancelOrder, Done>
{
    public Task<Result<Done>> HandleAsync(CancelOrder command, CancellationToken cancellationToken) =>
        ends.EndAsync(command.OrderId, command.Version, (order, now) => order.Cancel(command.Reason.Trim(), now), cancellationToken);
}

internal sealed class DeclareUnfixableValidator : AbstractValidator<DeclareUnfixable>
{
    public DeclareUnfixableValidator() => RuleFor(command => command.Reason).NotEmpty().MaximumLength(Lengths.Text);
}

internal sealed class DeclareUnfixableHandler(OrderEnds ends) : ICommandHandler<DeclareUnfixable, Done>
{
    public Task<Result<Done>> HandleAsync(DeclareUnfixable command, CancellationToken cancellationToken) =>
        ends.EndAsync(command.OrderId, command.Version, (order, now) => order.DeclareUnfixable(command.Reason.Trim(), now), cancellationToken);
}

internal sealed class VoidOrderValidator : AbstractValidator<VoidOrder>
{
    public VoidOrderValidator() => RuleFor(command => command.Reason).NotEmpty().MaximumLength(Lengths.Text);
}

internal sealed class VoidOrderHandler(OrderEnds ends) : ICommandHandler<VoidOrder, Done>
{
    public Task<Result<Done>> HandleAsync(VoidOrder command, CancellationToken cancellationToken) =>
        ends.EndAsync(command.OrderId, command.Version, (order, now) => order.Void(command.Reason.Trim(), now), cancellationToken);
}
