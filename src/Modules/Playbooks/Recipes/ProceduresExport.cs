using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Definitions;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Layers;
using ServicePlatform.Playbooks.Procedures;
using ServicePlatform.Recipes;
using ServicePlatform.Sites;

namespace ServicePlatform.Playbooks.Recipes;

internal sealed class ProcedureNames(ISiteDb db) : IRecipeNames
{
    public string Kind => "procedure";

    public async Task<IReadOnlyCollection<string>> UnknownAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
        [.. names.Except(await db.List<Procedure>().Select(row => row.Code).ToListAsync(cancellationToken), StringComparer.Ordinal)];
}

/// <summary>The versions of procedures that hold now or later; drafts and what is over are left behind.</summary>
internal sealed class ProceduresExport(ISiteDb db, IPrincipalReader principals, IOrganisationReader organisations, IModelReader models, IClock clock) : IRecipeExport
{
    public int Order => 40;

    public async Task<IReadOnlyList<object>> ExportAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow;
        var procedures = await db.List<Procedure>().ToDictionaryAsync(row => row.Id, cancellationToken);
        var layers = await db.List<ProcedureLayer>().ToDictionaryAsync(row => row.Id, cancellationToken);
        var versions = await db.List<ProcedureVersion>().Include(row => row.Steps)
            .Where(row => row.State != DefinitionState.Draft && (row.EffectiveUntil == null || row.EffectiveUntil > now))
            .OrderBy(row => row.Number).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        var brands = (await principals.ListAsync(cancellationToken)).ToDictionary(brand => brand.Id, brand => brand.Code);
        var nodes = await organisations.GetByPathAsync([.. layers.Values.Select(layer => layer.OrganisationPath).OfType<string>().Distinct(StringComparer.Ordinal)], cancellationToken);
        var products = await models.GetAsync([.. layers.Values.Select(layer => layer.ModelId).OfType<Guid>().Distinct()], cancellationToken);

        ProcedureEntry Entry(ProcedureVersion version, ProcedureLayer layer, Procedure procedure) => new(
            procedure.Code,
            layer.Layer == DefinitionLayer.Platform ? "platform" : "brand",
            procedure.JobTypes,
            version.Title ?? new LocalText(null, null),
            [.. version.Changes.Select(StepEntry.Of)],
            procedure.CategoryCode.Length == 0 ? null : procedure.CategoryCode,
            layer.PrincipalId is { } brand ? brands[brand] : null,
            layer.ModelId is { } model ? products[model].Code : null,
            version.Number,
            StartOf(version));

        LayerEntry Addition(ProcedureVersion version, ProcedureLayer layer, Procedure procedure) => new(
            nodes[layer.OrganisationPath!].Code,
            procedure.Code,
            [.. version.Changes.Select(StepEntry.Of)],
            layer.PrincipalId is { } brand ? brands[brand] : null,
            version.Number,
            StartOf(version),
            layer.ModelId is { } model ? products[model].Code : null,
            layer.ModelId is { } own && layer.PrincipalId is null ? brands[products[own].PrincipalId] : null);

        var known = versions.ConvertAll(version => (Version: version, Layer: layers[version.LayerId], Procedure: procedures[layers[version.LayerId].ProcedureId]));
        List<ProcedureEntry> written =
        [
            .. known.Where(row => row.Layer.Layer <= DefinitionLayer.Brand).Select(row => Entry(row.Version, row.Layer, row.Procedure))
                .OrderByDescending(row => row.Layer, StringComparer.Ordinal).ThenBy(row => row.Code, StringComparer.Ordinal).ThenBy(row => row.Principal, StringComparer.Ordinal)
                .ThenBy(row => row.Model, StringComparer.Ordinal).ThenBy(row => row.Version),
        ];
        List<LayerEntry> added =
        [
            .. known.Where(row => row.Layer.Layer > DefinitionLayer.Brand)
                .Select(row => (row.Layer.OrganisationPath, Entry: Addition(row.Version, row.Layer, row.Procedure)))
                .OrderBy(row => row.OrganisationPath, StringComparer.Ordinal).ThenBy(row => row.Entry.Procedure, StringComparer.Ordinal).ThenBy(row => row.Entry.Principal, StringComparer.Ordinal)
                .ThenBy(row => row.Entry.Model, StringComparer.Ordinal).ThenBy(row => row.Entry.Version).Select(row => row.Entry),
        ];
        return written.Count == 0 ? [] : [new ProceduresForm("procedures", Procedures: written, DealerLayers: added)];
    }

    /// <summary>A first version that has always held says so by leaving its start out.</summary>
    private static DateTime? StartOf(ProcedureVersion version) => version.Number == 1 && version.EffectiveFrom == VersionInstaller.Always ? null : version.EffectiveFrom;
}
