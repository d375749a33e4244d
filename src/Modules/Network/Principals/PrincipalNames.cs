using ServicePlatform.Network.Contracts;
using ServicePlatform.Security;

namespace ServicePlatform.Network.Principals;

internal sealed class PrincipalNames(IPrincipalReader principals, IActorContext actors) : IPrincipalNames
{
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(CancellationToken cancellationToken) =>
        (await principals.ListAsync(cancellationToken))
            .Where(principal => principal.IsActive && actors.Current.PrincipalIds?.Contains(principal.Id) != false)
            .ToDictionary(principal => principal.Id, principal => principal.Name);
}
