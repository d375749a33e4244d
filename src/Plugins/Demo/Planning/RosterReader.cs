using ServicePlatform.Demo.Raw;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Network.Contracts;

namespace ServicePlatform.Demo.Planning;

/// <summary>Reads who works where from what the earlier steps of the recipe have made.</summary>
internal sealed class RosterReader(
    IPrincipalReader principals, IModelReader models, IOrganisationReader organisations, ITechnicianReader technicians, IServiceAreas areas)
{
    public async Task<Roster> ReadAsync(Material material, CancellationToken cancellationToken)
    {
        var principalIds = (await principals.ListAsync(cancellationToken)).ToDictionary(row => row.Code, row => row.Id, StringComparer.Ordinal);
        var outlets = await OutletsAsync(material, cancellationToken);
        return new Roster(
            principalIds,
            await ModelsAsync(material, principalIds, cancellationToken),
            outlets,
            await AreasAsync(material, principalIds, outlets, cancellationToken));
    }

    private async Task<Dictionary<string, Guid>> ModelsAsync(Material material, Dictionary<string, Guid> principalIds, CancellationToken cancellationToken)
    {
        var ids = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var principal in material.Catalogue.Principals)
        {
            foreach (var model in principal.Models)
            {
                if (await models.FindByCodeAsync(principalIds[principal.Code], model.Code, cancellationToken) is { } found)
                {
                    ids[model.Code] = found.Id;
                }
            }
        }

        return ids;
    }

    private async Task<List<OutletPlan>> OutletsAsync(Material material, CancellationToken cancellationToken)
    {
        var nodes = await organisations.BelowAsync("/", cancellationToken);
        var people = (await technicians.BelowAsync("/", cancellationToken)).ToLookup(technician => technician.OrganisationId);
        var userNames = material.Accounts.Technicians.ToLookup(row => row.Organisation, StringComparer.Ordinal);
        var outlets = new List<OutletPlan>();
        foreach (var node in nodes.Where(node => people.Contains(node.Id)))
        {
            // Both lists are in the order of the staff numbers.
            var team = people[node.Id].OrderBy(technician => technician.Phone, StringComparer.Ordinal)
                .Zip(userNames[node.Code], (technician, row) => new TechnicianPlan(technician.Id, row.UserName, node.Path))
                .ToList();
            var dealer = nodes.Where(above => OrganisationPaths.IsBelow(node.Path, above.Path))
                .Select(above => material.Accounts.Staff.FirstOrDefault(row => row.Organisation == above.Code && row.Roles.Contains("dealer", StringComparer.Ordinal)))
                .LastOrDefault(row => row is not null);
            if (team.Count > 0 && material.Accounts.RunnerOf(node.Code) is { } runner)
            {
                outlets.Add(new OutletPlan(node.Id, node.Code, node.Path, runner, dealer?.UserName, team));
            }
        }

        return outlets;
    }

    private async Task<Dictionary<(string, string), IReadOnlyList<OutletPlan>>> AreasAsync(
        Material material, Dictionary<string, Guid> principalIds, List<OutletPlan> outlets, CancellationToken cancellationToken)
    {
        var byId = outlets.ToDictionary(outlet => outlet.Id);
        var served = new Dictionary<(string, string), IReadOnlyList<OutletPlan>>();
        foreach (var township in material.Places.Compounds.Concat(material.Places.Offices).Select(place => place.Township).Distinct(StringComparer.Ordinal))
        {
            foreach (var principal in material.Catalogue.Principals)
            {
                var found = await areas.FindOutletsAsync(principalIds[principal.Code], principal.Models[0].Category, township, cancellationToken);
                served[(principal.Code, township)] = [.. found.Select(candidate => byId.GetValueOrDefault(candidate.Organisation.Id)).OfType<OutletPlan>().Distinct()];
            }
        }

        return served;
    }
}
