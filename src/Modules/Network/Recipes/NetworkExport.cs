using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Network.Areas;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Network.Portals;
using ServicePlatform.Network.Principals;
using ServicePlatform.Phones;
using ServicePlatform.Recipes;

namespace ServicePlatform.Network.Recipes;

/// <summary>Principals and the organisation tree with areas and portals. People are no part of a set-up.</summary>
internal sealed class NetworkExport(ISiteDb db) : IRecipeExport
{
    public int Order => 10;

    public async Task<IReadOnlyList<object>> ExportAsync(CancellationToken cancellationToken)
    {
        var principals = await db.List<Principal>().OrderBy(row => row.Code).ToListAsync(cancellationToken);
        var codes = principals.ToDictionary(row => row.Id, row => row.Code);
        var served = (await db.List<OrganisationPrincipal>().ToListAsync(cancellationToken)).ToLookup(row => row.OrganisationId, row => codes[row.PrincipalId]);
        var areas = (await db.List<ServiceArea>().ToListAsync(cancellationToken)).ToLookup(row => row.OrganisationId);
        var portals = await db.List<DealerPortal>().ToDictionaryAsync(row => row.OrganisationId, cancellationToken);
        var nodes = (await db.List<Organisation>().OrderBy(row => row.Path).ToListAsync(cancellationToken)).ToLookup(row => row.ParentId);

        List<OrganisationRow>? Below(Guid? parent) => !nodes[parent].Any() ? null : [.. nodes[parent].Select(node => Row(node, served[node.Id], areas[node.Id], portals.GetValueOrDefault(node.Id)))];

        OrganisationRow Row(Organisation node, IEnumerable<string> brands, IEnumerable<ServiceArea> served, DealerPortal? portal) => new(
            node.Code,
            node.Name,
            node.Kind,
            node.Ownership,
            Shown(node.Phone),
            node.DivisionCode,
            node.Address,
            node.Latitude,
            node.Longitude,
            node.Datum ?? GeographyDefault,
            node.OpeningNote,
            node.IsActive,
            [.. brands.Order(StringComparer.Ordinal)],
            [.. served.Select(area => new AreaRow(codes[area.PrincipalId], [area.CategoryCode], [area.CodePrefix], area.IsPrimary, area.ExceptionReason))
                .OrderBy(area => area.Principal, StringComparer.Ordinal).ThenBy(area => area.Categories[0], StringComparer.Ordinal).ThenBy(area => area.Divisions[0], StringComparer.Ordinal)],
            portal is null ? null : new PortalRow(portal.Slug, portal.Name, portal.Accent, portal.Hotline),
            Below(node.Id));

        return
        [
            new PrincipalsForm("principals", [.. principals.Select(row => new PrincipalRow(row.Code, row.Name, Shown(row.Hotline), row.IsActive))]),
            new OrganisationsForm("organisations", Below(null) ?? []),
        ];
    }

    private const ServicePlatform.Geography.Datum GeographyDefault = ServicePlatform.Geography.Datum.Gcj02;

    private static string? Shown(string? phone) => phone is null ? null : PhoneNumber.Display(phone);
}
