using Microsoft.Extensions.Localization;
using ServicePlatform.Definitions;
using ServicePlatform.Network.Contracts;

namespace ServicePlatform.Playbooks.Resolving;

/// <summary>Names of the owners of layers, for people.</summary>
internal sealed class OwnerNames(IPrincipalReader principals, IOrganisationReader organisations, IStringLocalizer<Texts> texts)
{
    public async Task<Func<DefinitionOwner, string>> OfAsync(IEnumerable<DefinitionOwner> owners, CancellationToken cancellationToken)
    {
        var all = owners.Distinct().ToList();
        var paths = all.Select(owner => owner.OrganisationPath).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var nodes = paths.Count == 0
            ? new Dictionary<string, OrganisationSummary>(StringComparer.Ordinal)
            : await organisations.GetByPathAsync(paths, cancellationToken);
        var brands = all.Exists(owner => owner.PrincipalId is not null) ? await principals.ListAsync(cancellationToken) : [];
        return Name;

        string Name(DefinitionOwner owner)
        {
            var brand = brands.FirstOrDefault(principal => principal.Id == owner.PrincipalId)?.Name;
            return owner.Layer switch
            {
                DefinitionLayer.Platform => texts["Layer.Platform.Owner"],
                DefinitionLayer.Brand => brand ?? texts["Layer.Gone"],
                _ when !nodes.TryGetValue(owner.OrganisationPath!, out var node) => texts["Layer.Gone"],
                _ when brand is not null => texts["Layer.ForBrand", nodes[owner.OrganisationPath!].Name, brand],
                _ => nodes[owner.OrganisationPath!].Name,
            };
        }
    }
}
