using ServicePlatform.Commands;
using ServicePlatform.Definitions;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Editing;
using ServicePlatform.Playbooks.Layers;
using ServicePlatform.Playbooks.Resolving;
using ServicePlatform.Playbooks.Steps;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Playbooks.Publishing;

/// <summary>Asks what publishing a draft would touch.</summary>
[WritesProcedures]
internal sealed record PreviewPublish(Guid LayerId) : IQuery<PublishPreview>;

internal sealed record PublishPreview(OpenDraft Draft, string OwnerName, PublishImpact Impact);

internal sealed class PreviewPublishHandler(
    DraftDesk desk,
    OwnerNames names,
    IOrganisationReader organisations,
    IModelCatalogue models,
    IEnumerable<IProcedureImpact> jobs,
    IActorContext actors,
    IClock clock) : IQueryHandler<PreviewPublish, PublishPreview>
{
    public async Task<Result<PublishPreview>> HandleAsync(PreviewPublish query, CancellationToken cancellationToken)
    {
        var opened = await desk.DraftAsync(query.LayerId, null, cancellationToken);
        if (!opened.Succeeded)
        {
            return opened.Failure;
        }

        var draft = opened.Value;
        var now = clock.UtcNow;
        var failures = await PublishDraftHandler.CheckAsync(draft, now, names, cancellationToken);
        var reach = PublishDraftHandler.ReachOf(draft.Procedure, draft.Layer);
        var nodes = await NodesAsync(draft.Layer, cancellationToken);
        var dealers = nodes.Where(node => IsDealer(node, nodes)).Select(node => node.Name).ToList();
        var catalogue = (await models.ListAsync(reach.PrincipalId, reach.CategoryCode, cancellationToken))
            .Where(model => reach.ModelId is not { } id || model.Id == id).ToList();
        var counts = await models.CountMachinesAsync(catalogue.ConvertAll(model => model.Id), cancellationToken);
        var sheet = draft.Sheet();
        var resolved = sheet.Rows.Select(row => row.Step).ToList();
        var impact = new PublishImpact(
            failures,
            [.. dealers.Take(PublishImpact.ShownNames)],
            dealers.Count,
            nodes.Count(node => node.Kind == OrganisationKind.Outlet),
            [.. catalogue.Where(model => counts.ContainsKey(model.Id)).Select(model => new ModelMachines(model, counts[model.Id])).OrderByDescending(model => model.Count)],
            jobs.LastOrDefault() is { } counter ? await counter.CountOpenJobsAsync(reach, cancellationToken) : null,
            await LostAsync(draft, now, cancellationToken),
            draft.Layer.Layer <= DefinitionLayer.Brand ? [.. Enum.GetValues<ProcedureSection>().Where(section => resolved.TrueForAll(step => step.Part.Section != section))] : [],
            [.. catalogue.Select(model => Unflushed(resolved, model)).Where(model => model.Positions.Count > 0)]);
        var nameOf = await names.OfAsync([draft.Layer.Owner], cancellationToken);
        return new PublishPreview(draft, nameOf(draft.Layer.Owner), impact);
    }

    /// <summary>Active organisations whose jobs follow the layer.</summary>
    private async Task<List<OrganisationSummary>> NodesAsync(ProcedureLayer layer, CancellationToken cancellationToken)
    {
        var below = await organisations.BelowAsync(layer.OrganisationPath ?? actors.Current.ScopePath ?? "/", cancellationToken);
        return [.. below.Where(node => node.IsActive && (layer.PrincipalId is not { } brand || node.PrincipalIds.Contains(brand)))];
    }

    /// <summary>The head of a business that is not the company's own; its sub-outlets are counted as outlets.</summary>
    private static bool IsDealer(OrganisationSummary node, List<OrganisationSummary> nodes) =>
        node.Ownership != OrganisationOwnership.Own
        && nodes.TrueForAll(other => other.Id != node.ParentId || other.Ownership == OrganisationOwnership.Own);

    private async Task<IReadOnlyList<LostStep>> LostAsync(OpenDraft draft, DateTime now, CancellationToken cancellationToken)
    {
        // What a neighbour has written is nobody else's to read; head office sees all.
        var lost = DefinitionRehearsal.Rehearse(draft.Others.Candidates, draft.Candidate, now).Lost
            .Where(trace => LayerRights.MaySee(actors.Current, trace.Source.Owner)).ToList();
        var nameOf = await names.OfAsync(lost.Select(trace => trace.Source.Owner), cancellationToken);
        return [.. lost.Select(trace => new LostStep(nameOf(trace.Source.Owner), TitleOf(draft.Others, trace), trace.Outcome))];
    }

    private static LocalText TitleOf(LayerSet layers, PartTrace trace) =>
        layers.Candidates
            .Where(version => version.Source == trace.Source)
            .SelectMany(version => version.Changes)
            .FirstOrDefault(change => change.Code == trace.Code)?.Part?.Title ?? new LocalText(trace.Code, trace.Code);

    private static UnflushedModel Unflushed(List<ResolvedPart<StepContent>> steps, ModelSummary model) =>
        new(model.Name, [.. ModelFit.NotFlushed(ModelFit.Fit(steps, model), model).Select(filter => filter.Position)]);
}
