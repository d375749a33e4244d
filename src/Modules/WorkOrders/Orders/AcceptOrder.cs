using ServicePlatform.Commands;
using ServicePlatform.Sites;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.History;

namespace ServicePlatform.WorkOrders.Orders;

internal sealed class AcceptOrderHandler(Jobs jobs, OutletNames names, Journal journal, IClock clock) : ICommandHandler<AcceptOrder, Done>
{
    public async Task<Result<Done>> HandleAsync(AcceptOrder command, CancellationToken cancellationToken)
    {
        var found = await jobs.FindAsync(command.OrderId, command.Version, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        if (found.Value.Accept(await names.OfAsync(found.Value.OutletId, cancellationToken), clock.UtcNow) is { } failure)
        {
            return failure;
        }

        journal.Write(found.Value);
        return Result.Done;
    }
}
