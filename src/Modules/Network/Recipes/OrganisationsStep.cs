using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Network.Areas;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Network.Portals;
using ServicePlatform.Network.Principals;
using ServicePlatform.Recipes;

namespace ServicePlatform.Network.Recipes;

/// <summary>
/// <c>{ "name": "organisations", "organisations": [{ "code", "name", "kind", ..., "children": [...] }] }</c>; see <see cref="OrganisationRow"/>.
/// <c>"below"</c> names an organisation that stands already, under which the rows go.
/// </summary>
internal sealed class OrganisationsStep(ISender sender, ISiteDb db) : IRecipeStep
{
    public string Name => "organisations";

    public Type Form => typeof(OrganisationsForm);

    public async Task<Result<Done>> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var step = context.Bind<OrganisationsForm>();
        if (!step.Succeeded)
        {
            return step.Failure;
        }

        var principals = await db.List<Principal>().ToDictionaryAsync(row => row.Code, row => row.Id, StringComparer.Ordinal, cancellationToken);
        var parent = step.Value.Below is { } code ? (await FindAsync(code, cancellationToken))?.Id : null;
        if (step.Value.Below is not null && parent is null)
        {
            return context.Failed("network.organisation-not-found " + step.Value.Below, "below");
        }

        return await new Run(sender, db, context, principals).SaveAllAsync(step.Value.Organisations, parent, "organisations", cancellationToken) ?? Result.Done;
    }

    private Task<Organisation?> FindAsync(string code, CancellationToken cancellationToken) =>
        db.List<Organisation>().FirstOrDefaultAsync(row => row.Code == code, cancellationToken);

    private sealed class Run(ISender sender, ISiteDb db, RecipeStepContext context, Dictionary<string, Guid> principals)
    {
        public async Task<Failure?> SaveAllAsync(IReadOnlyList<OrganisationRow> rows, Guid? parent, string path, CancellationToken cancellationToken)
        {
            for (var at = 0; at < rows.Count; at++)
            {
                if (await SaveAsync(rows[at], parent, $"{path}[{at}]", cancellationToken) is { } failure)
                {
                    return failure;
                }
            }

            return null;
        }

        private async Task<Failure?> SaveAsync(OrganisationRow row, Guid? parent, string path, CancellationToken cancellationToken)
        {
            var unknown = (row.Principals ?? []).Concat((row.Areas ?? []).Select(area => area.Principal)).FirstOrDefault(code => !principals.ContainsKey(code));
            if (unknown is not null)
            {
                return context.Failed("network.principal-unknown " + unknown, path);
            }

            var standing = await db.List<Organisation>().FirstOrDefaultAsync(organisation => organisation.Code == row.Code, cancellationToken);
            var saved = await sender.SendAndSaveAsync(db, new SaveOrganisation(
                    standing?.Id, parent, row.Code, row.Name, row.Kind, row.Ownership, row.Phone, row.Division, row.Address, row.Position(), row.Opening, row.Active,
                    (row.Principals ?? []).Select(code => principals[code]).ToList(), standing?.Version ?? 0),
                cancellationToken);
            if (!saved.Succeeded)
            {
                return saved.Failure.At(context, path);
            }

            // Those below look their parent up.
            await db.SaveAsync(cancellationToken);
            if (standing is not null && parent is { } above && standing.ParentId != above)
            {
                var version = await db.List<Organisation>().Where(organisation => organisation.Id == standing.Id).Select(organisation => organisation.Version).FirstAsync(cancellationToken);
                var moved = await sender.SendAndSaveAsync(db, new MoveOrganisation(standing.Id, above, version), cancellationToken);
                if (!moved.Succeeded)
                {
                    return moved.Failure.At(context, path);
                }
            }

            return await SaveAreasAsync(row, saved.Value, path, cancellationToken)
                ?? await SavePortalAsync(row, saved.Value, path, cancellationToken)
                ?? await SaveAllAsync(row.Children ?? [], saved.Value, path + ".children", cancellationToken);
        }

        private async Task<Failure?> SaveAreasAsync(OrganisationRow row, Guid organisationId, string path, CancellationToken cancellationToken)
        {
            if (row.Areas is null)
            {
                return null;
            }

            var wanted = row.Areas
                .SelectMany(area => area.Categories.SelectMany(category => area.Divisions.Select(code => (principals[area.Principal], category, AreaCodes.Prefix(code)))))
                .ToHashSet();
            var standing = await db.List<ServiceArea>().Where(area => area.OrganisationId == organisationId).ToListAsync(cancellationToken);
            foreach (var area in standing.Where(area => !wanted.Contains((area.PrincipalId, area.CategoryCode, area.CodePrefix))))
            {
                await sender.SendAndSaveAsync(db, new RemoveArea(area.Id), cancellationToken);
            }

            for (var at = 0; at < row.Areas.Count; at++)
            {
                var area = row.Areas[at];
                var added = await sender.SendAndSaveAsync(db, new AddAreas(organisationId, principals[area.Principal], area.Categories, area.Divisions, area.Primary, area.Exception), cancellationToken);
                if (!added.Succeeded)
                {
                    return added.Failure.At(context, $"{path}.areas[{at}]");
                }
            }

            return null;
        }

        private async Task<Failure?> SavePortalAsync(OrganisationRow row, Guid organisationId, string path, CancellationToken cancellationToken)
        {
            if (row.Portal is not { } portal)
            {
                return null;
            }

            var stands = await db.List<DealerPortal>().Where(known => known.OrganisationId == organisationId).Select(known => (int?)known.Version).FirstOrDefaultAsync(cancellationToken);
            var saved = await sender.SendAndSaveAsync(db, new SavePortal(organisationId, portal.Slug, portal.Name, portal.Accent, portal.Hotline, stands), cancellationToken);
            return saved.Failure?.At(context, path + ".portal");
        }
    }
}
