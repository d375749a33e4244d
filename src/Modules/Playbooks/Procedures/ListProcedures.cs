using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Definitions;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Layers;
using ServicePlatform.Playbooks.Resolving;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Playbooks.Procedures;

/// <summary>Procedures with the layers that the actor may see.</summary>
/// <param name="Code">One procedure, or null for all.</param>
[RequirePermission(PlaybookPermissions.View)]
internal sealed record ListProcedures(string? Code = null) : IQuery<IReadOnlyList<ProcedureRow>>;

/// <param name="Title">By the brand or the platform, for lists.</param>
/// <param name="CategoryName">Null for every category.</param>
internal sealed record ProcedureRow(Procedure Procedure, LocalText? Title, string? CategoryName, IReadOnlyList<LayerRow> Layers);

/// <param name="InForce">The version that holds now, or null.</param>
/// <param name="ComesAt">UTC start of a published version that does not hold yet.</param>
/// <param name="StepCount">Changes of the version in force.</param>
/// <param name="MayEdit">The actor may write at it.</param>
internal sealed record LayerRow(
    ProcedureLayer Layer, string OwnerName, string? ModelName, int? InForce, int StepCount, DateTime? ComesAt, bool HasDraft, bool MayEdit);

internal sealed class ListProceduresHandler(ISiteDb db, OwnerNames names, IModelReader models, IActorContext actors, IClock clock)
    : IQueryHandler<ListProcedures, IReadOnlyList<ProcedureRow>>
{
    public async Task<Result<IReadOnlyList<ProcedureRow>>> HandleAsync(ListProcedures query, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow;
        var procedures = await db.List<Procedure>()
            .Where(procedure => query.Code == null || procedure.Code == query.Code)
            .OrderBy(procedure => procedure.Code)
            .ToListAsync(cancellationToken);
        var ids = procedures.ConvertAll(procedure => procedure.Id);
        var layers = (await db.List<ProcedureLayer>().Where(layer => ids.Contains(layer.ProcedureId)).ToListAsync(cancellationToken))
            .FindAll(layer => LayerRights.MaySee(actors.Current, layer.Owner));
        var layerIds = layers.ConvertAll(layer => layer.Id);
        var versions = await db.List<ProcedureVersion>()
            .Where(version => layerIds.Contains(version.LayerId) && version.State != DefinitionState.Draft && (version.EffectiveUntil == null || version.EffectiveUntil > now))
            .Select(version => new { version.LayerId, version.Number, version.EffectiveFrom, version.TitleZh, version.TitleEn, Steps = version.Steps.Count })
            .ToListAsync(cancellationToken);
        var nameOf = await names.OfAsync(layers.Select(layer => layer.Owner), cancellationToken);
        var modelNames = await models.GetAsync([.. layers.Select(layer => layer.ModelId).OfType<Guid>().Distinct()], cancellationToken);
        var categories = (await models.CategoriesAsync(cancellationToken)).ToDictionary(category => category.Code, category => category.Name, StringComparer.Ordinal);
        return procedures.ConvertAll(procedure =>
        {
            var own = layers.FindAll(layer => layer.ProcedureId == procedure.Id);
            var titles = own.Where(layer => layer.Layer <= DefinitionLayer.Brand).OrderByDescending(layer => layer.Layer)
                .SelectMany(layer => versions.Where(version => version.LayerId == layer.Id))
                .Select(version => LocalText.Of(version.TitleZh, version.TitleEn));
            return new ProcedureRow(
                procedure,
                titles.FirstOrDefault(title => title is not null),
                procedure.CategoryCode.Length == 0 ? null : categories.GetValueOrDefault(procedure.CategoryCode, procedure.CategoryCode),
                [.. own.Select(Row).OrderBy(row => row.Layer.Layer).ThenBy(row => row.Layer.OrganisationPath, StringComparer.Ordinal).ThenBy(row => row.OwnerName, StringComparer.Ordinal).ThenBy(row => row.ModelName, StringComparer.Ordinal)]);
        });

        LayerRow Row(ProcedureLayer layer)
        {
            var chain = versions.FindAll(version => version.LayerId == layer.Id);
            var held = chain.Where(version => version.EffectiveFrom <= now).MaxBy(version => version.Number);
            return new LayerRow(
                layer,
                nameOf(layer.Owner),
                layer.ModelId is { } id ? modelNames.GetValueOrDefault(id)?.Name : null,
                held?.Number,
                held?.Steps ?? 0,
                chain.Where(version => version.EffectiveFrom > now).Min(version => version.EffectiveFrom),
                layer.DraftNumber is not null,
                LayerRights.WhyNotEdit(actors.Current, layer.Owner) is null);
        }
    }
}
