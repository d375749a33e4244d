using ServicePlatform.Commands;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.WorkOrders.Access;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.History;

namespace ServicePlatform.WorkOrders.Orders;

internal sealed class AssignOutletHandler(
    Jobs jobs, IOrganisationReader organisations, JobAccess access, Journal journal, IActorContext actors, IClock clock) : ICommandHandler<AssignOutlet, Done>
{
    public async Task<Result<Done>> HandleAsync(AssignOutlet command, CancellationToken cancellationToken)
    {
        var found = await jobs.FindAsync(command.OrderId, command.Version, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        var order = found.Value;
        var outlet = (await organisations.GetAsync([command.OrganisationId], cancellationToken)).GetValueOrDefault(command.OrganisationId);
        if (outlet is null || !IsWithin(outlet))
        {
            return Failure.Invalid(nameof(command.OrganisationId), "orders.outlet-not-found");
        }

        if (Unable(outlet, order) is { } reason)
        {
            return Failure.Invalid(nameof(command.OrganisationId), reason, outlet.Name);
        }

        return await AssignAsync(order, outlet, cancellationToken);
    }

    private async Task<Result<Done>> AssignAsync(Order order, OrganisationSummary outlet, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow;
        var visit = await jobs.OpenVisitAsync(order, cancellationToken);
        if ((order.AssignTo(outlet, actors.Current.UserId, now) ?? visit?.FollowOrder(order.HolderPath, now)) is { } failure)
        {
            return failure;
        }

        await access.EndAsync(order, cancellationToken);
        await access.OpenAsync(order, cancellationToken);
        await access.OpenAsync(order, order.DispatchPath, cancellationToken);
        journal.Write(order);
        return Result.Done;
    }

    private bool IsWithin(OrganisationSummary outlet) =>
        actors.Current.Kind == ActorKind.System || OrganisationPaths.IsAtOrBelow(outlet.Path, actors.Current.ScopePath);

    private static string? Unable(OrganisationSummary outlet, Order order)
    {
        if (!outlet.IsActive)
        {
            return "orders.outlet-inactive";
        }

        if (outlet.Kind is OrganisationKind.HeadOffice or OrganisationKind.Region)
        {
            return "orders.outlet-serves-nobody";
        }

        return outlet.PrincipalIds.Contains(order.PrincipalId) ? null : "orders.outlet-other-principal";
    }
}
