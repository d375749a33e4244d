using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Network.Contracts;

namespace ServicePlatform.Network.Principals;

internal sealed class PrincipalReader(ISiteDb db) : IPrincipalReader
{
    public async Task<IReadOnlyList<PrincipalSummary>> ListAsync(CancellationToken cancellationToken) =>
        await db.List<Principal>()
            .OrderBy(row => row.Code)
            .Select(row => new PrincipalSummary(row.Id, row.Code, row.Name, row.IsActive))
            .ToListAsync(cancellationToken);
}
