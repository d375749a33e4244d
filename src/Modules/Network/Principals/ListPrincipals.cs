using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Network.Organisations.Access;
using ServicePlatform.Security;

namespace ServicePlatform.Network.Principals;

/// <summary>The principals that the actor works for.</summary>
[RequirePermission(NetworkPermissions.View)]
internal sealed record ListPrincipals : IQuery<IReadOnlyList<PrincipalRow>>;

/// <param name="Organisations">How many organisations serve it.</param>
internal sealed record PrincipalRow(Guid Id, string Code, string Name, string? Hotline, bool IsActive, int Version, int Organisations);

internal sealed class ListPrincipalsHandler(ISiteDb db, NetworkReach reach) : IQueryHandler<ListPrincipals, IReadOnlyList<PrincipalRow>>
{
    public async Task<Result<IReadOnlyList<PrincipalRow>>> HandleAsync(ListPrincipals query, CancellationToken cancellationToken)
    {
        var rows = await db.List<Principal>()
            .OrderBy(row => row.Code)
            .Select(row => new PrincipalRow(
                row.Id, row.Code, row.Name, row.Hotline, row.IsActive, row.Version, db.List<OrganisationPrincipal>().Count(link => link.PrincipalId == row.Id)))
            .ToListAsync(cancellationToken);
        return rows.Where(row => reach.MaySeePrincipal(row.Id)).ToList();
    }
}
