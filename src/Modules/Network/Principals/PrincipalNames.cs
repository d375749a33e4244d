using ServicePlatform.Network.Contracts;
using ServicePlatform.Security;

namespace ServicePlatform.Network.Principals;

internal sealed class PrincipalNames(IPrincipalReader principals, IActorContext actors) : IPrincipalNames
{
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(CancellationToken cancellationToken) =>
        (await OwnAsync(cancellationToken)).Where(principal => principal.IsActive).ToDictionary(principal => principal.Id, principal => principal.Name);

    public async Task<IReadOnlyDictionary<Guid, string>> CodesAsync(CancellationToken cancellationToken) =>
        (await OwnAsync(cancellationToken)).ToDictionary(principal => principal.Id, principal => principal.Code);

    private async Task<IEnumerable<PrincipalSummary>> OwnAsync(CancellationToken cancellationToken) =>
        (await principals.ListAsync(cancellationToken)).Where(principal => actors.Current.PrincipalIds?.Contains(principal.Id) != false);
}
