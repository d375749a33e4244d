using ServicePlatform.Network.Contracts;
using ServicePlatform.Security;

namespace ServicePlatform.WorkOrders.Visits.Queries;

/// <summary>Whose visits the signed-in account may read as its own.</summary>
internal sealed class MyVisits(ITechnicianReader technicians, IActorContext actors)
{
    /// <summary>The technician of the account, or null where it is nobody's.</summary>
    public Task<TechnicianSummary?> TechnicianAsync(CancellationToken cancellationToken) =>
        actors.Current.Kind == ActorKind.Staff
            ? technicians.FindByUserAsync(actors.Current.UserId, cancellationToken)
            : Task.FromResult<TechnicianSummary?>(null);
}
