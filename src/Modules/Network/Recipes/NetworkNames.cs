using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Network.Principals;
using ServicePlatform.Recipes;

namespace ServicePlatform.Network.Recipes;

internal sealed class KnownPrincipals(ISiteDb db) : IRecipeNames
{
    public string Kind => "principal";

    public async Task<IReadOnlyCollection<string>> UnknownAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
        [.. names.Except(await db.List<Principal>().Select(row => row.Code).ToListAsync(cancellationToken), StringComparer.Ordinal)];
}

internal sealed class KnownOrganisations(ISiteDb db) : IRecipeNames
{
    public string Kind => "organisation";

    public async Task<IReadOnlyCollection<string>> UnknownAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
        [.. names.Except(await db.List<Organisation>().Where(row => names.Contains(row.Code)).Select(row => row.Code).ToListAsync(cancellationToken), StringComparer.Ordinal)];
}
