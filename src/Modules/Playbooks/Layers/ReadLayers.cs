using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Definitions;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Procedures;
using ServicePlatform.Playbooks.Resolving;
using ServicePlatform.Playbooks.Steps;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.Timelines;

namespace ServicePlatform.Playbooks.Layers;

/// <summary>One layer with its history.</summary>
[RequirePermission(PlaybookPermissions.View)]
internal sealed record GetLayer(Guid LayerId) : IQuery<LayerDetail>;

/// <param name="Title">Of the procedure.</param>
/// <param name="WhyNotEdit">Code of the reason why the actor may not write at it, or null.</param>
/// <param name="Now">UTC time of the answer, against which versions hold or not.</param>
internal sealed record LayerDetail(
    ProcedureLayer Layer,
    Procedure Procedure,
    LocalText? Title,
    string OwnerName,
    string? ModelName,
    IReadOnlyList<VersionDetail> Versions,
    IReadOnlyList<TimelineEntry> Timeline,
    string? WhyNotEdit,
    DateTime Now);

internal sealed record VersionDetail(ProcedureVersion Version, string AuthorName, string? PublisherName, int StepCount);

/// <summary>What one version says.</summary>
[RequirePermission(PlaybookPermissions.View)]
internal sealed record GetVersion(Guid LayerId, int Number) : IQuery<VersionText>;

internal sealed record VersionText(LayerDetail Layer, VersionDetail Version, IReadOnlyList<PartChange<StepContent>> Changes);

internal sealed class GetLayerHandler(
    ISender sender, ISiteDb db, OwnerNames names, IModelReader models, ISiteAccounts accounts, ITimeline timeline, IActorContext actors, IClock clock)
    : IQueryHandler<GetLayer, LayerDetail>
{
    public async Task<Result<LayerDetail>> HandleAsync(GetLayer query, CancellationToken cancellationToken)
    {
        var layer = await db.List<ProcedureLayer>().FirstOrDefaultAsync(row => row.Id == query.LayerId, cancellationToken);
        if (layer is null || !LayerRights.MaySee(actors.Current, layer.Owner))
        {
            return Failure.NotFound("playbooks.layer-not-found");
        }

        var procedure = await db.List<Procedure>().FirstAsync(row => row.Id == layer.ProcedureId, cancellationToken);
        var why = LayerRights.WhyNotEdit(actors.Current, layer.Owner);
        var rows = await db.List<ProcedureVersion>()
            .Where(version => version.LayerId == layer.Id && (why == null || version.State != DefinitionState.Draft))
            .OrderByDescending(version => version.Number)
            .Select(version => new { Version = version, Steps = version.Steps.Count })
            .ToListAsync(cancellationToken);
        var people = rows.SelectMany(row => new[] { row.Version.AuthorId, row.Version.PublisherId ?? Guid.Empty }).Where(id => id != Guid.Empty).Distinct().ToList();
        var nameOf = await accounts.NamesAsync(people, cancellationToken);
        var ownerOf = await names.OfAsync([layer.Owner], cancellationToken);
        var model = layer.ModelId is { } id ? (await models.GetAsync([id], cancellationToken)).GetValueOrDefault(id)?.Name : null;
        var rowsOfProcedure = await sender.AskAsync(new ListProcedures(procedure.Code), cancellationToken);
        return new LayerDetail(
            layer,
            procedure,
            rowsOfProcedure.Succeeded ? rowsOfProcedure.Value.FirstOrDefault()?.Title : null,
            ownerOf(layer.Owner),
            model,
            [.. rows.Select(row => new VersionDetail(
                row.Version,
                nameOf.GetValueOrDefault(row.Version.AuthorId, ""),
                row.Version.PublisherId is { } publisher ? nameOf.GetValueOrDefault(publisher, "") : null,
                row.Steps))],
            await timeline.ReadAsync([LayerSubject.Of(layer.Id)], 50, cancellationToken),
            why,
            clock.UtcNow);
    }
}

internal sealed class GetVersionHandler(ISender sender, ISiteDb db) : IQueryHandler<GetVersion, VersionText>
{
    public async Task<Result<VersionText>> HandleAsync(GetVersion query, CancellationToken cancellationToken)
    {
        var layer = await sender.AskAsync(new GetLayer(query.LayerId), cancellationToken);
        if (!layer.Succeeded)
        {
            return layer.Failure;
        }

        if (layer.Value.Versions.FirstOrDefault(row => row.Version.Number == query.Number) is not { } version)
        {
            return Failure.NotFound("playbooks.version-not-found");
        }

        var steps = await db.List<StepChange>().Where(step => step.VersionId == version.Version.Id).OrderBy(step => step.Position).ToListAsync(cancellationToken);
        return new VersionText(layer.Value, version, [.. steps.Select(step => step.ToChange())]);
    }
}
