using ServicePlatform.Crm.Customers;
using ServicePlatform.Data;
using ServicePlatform.Security;

namespace ServicePlatform.Crm.Contacts;

/// <summary>
/// Decides whose phones and addresses the actor sees in clear without asking: the product itself, the customer his own, and an
/// outlet while it holds a job of his or has sold to him. Everybody else sees them masked and reveals them one by one.
/// </summary>
internal sealed class ContactPrivacy(IActorContext actors, IGrantReader grants)
{
    private static readonly GrantReason[] Reasons = [GrantReason.OpenJob, GrantReason.Sale];

    public async Task<IReadOnlySet<Guid>> ClearAsync(IReadOnlyCollection<Guid> customerIds, CancellationToken cancellationToken)
    {
        var actor = actors.Current;
        return actor.Kind switch
        {
            ActorKind.System => customerIds.ToHashSet(),
            ActorKind.Customer => customerIds.Where(actor.CustomerIds.Contains).ToHashSet(),
            ActorKind.Staff when IsOutlet(actor) => await grants.HeldAsync(Customer.SubjectKind, customerIds, actor.ScopePath!, Reasons, cancellationToken),
            _ => new HashSet<Guid>(),
        };
    }

    /// <summary>Outlets and dealers act in the field and hold grants themselves; managers of a region look on.</summary>
    public static bool IsOutlet(IActor actor) => !string.IsNullOrEmpty(actor.ScopePath) && !ScopePaths.IsTop(actor.ScopePath) && !actor.Can(Contracts.CrmPermissions.Reveal);
}
