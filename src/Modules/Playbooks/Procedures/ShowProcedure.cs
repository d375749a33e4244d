using ServicePlatform.Commands;
using ServicePlatform.Definitions;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Layers;
using ServicePlatform.Playbooks.Resolving;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Playbooks.Procedures;

/// <summary>What a procedure says for a brand, an organisation and a model, with where every step comes from.</summary>
/// <param name="PrincipalId">Null for the actor's first brand.</param>
/// <param name="OrganisationPath">Null for the actor's own place.</param>
/// <param name="ModelId">Null for any model.</param>
[RequirePermission(PlaybookPermissions.View)]
internal sealed record ShowProcedure(string Code, Guid? PrincipalId, string? OrganisationPath, Guid? ModelId) : IQuery<ProcedureView>;

/// <param name="Unused">Layers that were considered and do not hold for the choice, of those that the actor may see.</param>
internal sealed record ProcedureView(
    ProcedureRow Row,
    LocalText Title,
    IReadOnlyList<FittedStep> Steps,
    IReadOnlyList<VersionTrace> Unused,
    IReadOnlyList<PartTrace> Ignored,
    Func<DefinitionOwner, string> NameOf,
    ProcedureChoice Choice);

/// <summary>What was chosen, and what can be.</summary>
/// <param name="Models">Of the chosen brand.</param>
/// <param name="AllModels">Of all the actor's brands.</param>
internal sealed record ProcedureChoice(
    Guid PrincipalId,
    string OrganisationPath,
    Guid? ModelId,
    IReadOnlyList<PrincipalSummary> Principals,
    IReadOnlyList<OrganisationSummary> Organisations,
    IReadOnlyList<ModelSummary> Models,
    IReadOnlyList<ModelSummary> AllModels);

internal sealed class ShowProcedureHandler(
    ISender sender,
    LayerStore store,
    OwnerNames names,
    StageWords stages,
    IPrincipalReader principals,
    IOrganisationReader organisations,
    IModelCatalogue models,
    IActorContext actors,
    IClock clock) : IQueryHandler<ShowProcedure, ProcedureView>
{
    public async Task<Result<ProcedureView>> HandleAsync(ShowProcedure query, CancellationToken cancellationToken)
    {
        var rows = await sender.AskAsync(new ListProcedures(query.Code), cancellationToken);
        if (!rows.Succeeded)
        {
            return rows.Failure;
        }

        if (rows.Value.Count == 0)
        {
            return Failure.NotFound("playbooks.procedure-not-found");
        }

        var procedure = rows.Value[0].Procedure;
        var choice = await ChoiceAsync(query, procedure, cancellationToken);
        var question = new DefinitionQuestion(
            choice.PrincipalId,
            choice.OrganisationPath,
            procedure.CategoryCode.Length == 0 ? null : procedure.CategoryCode,
            choice.ModelId,
            null,
            clock.UtcNow);
        var layers = await store.AllAsync(procedure, cancellationToken);
        var resolved = DefinitionResolver.Resolve(layers.Candidates, question);
        var shown = resolved.Versions.Where(trace => LayerRights.MaySee(actors.Current, trace.Source.Owner)).ToList();
        return new ProcedureView(
            rows.Value[0],
            layers.TitleOf(resolved),
            ModelFit.Fit(resolved.Parts, choice.Models.FirstOrDefault(model => model.Id == choice.ModelId), stages.Flush),
            shown.FindAll(trace => trace.Outcome != VersionOutcome.Used),
            [.. resolved.Changes.Where(trace => (trace.IsIgnored || trace.Outcome == PartOutcome.AddedAtEnd) && LayerRights.MaySee(actors.Current, trace.Source.Owner))],
            await names.OfAsync(resolved.Parts.SelectMany(part => new[] { part.AddedBy.Owner, part.SaidBy.Owner }).Concat(shown.Select(trace => trace.Source.Owner)), cancellationToken),
            choice);
    }

    /// <summary>The actor's own brands and his part of the tree; anything else that is asked for falls back to the first of them.</summary>
    private async Task<ProcedureChoice> ChoiceAsync(ShowProcedure query, Procedure procedure, CancellationToken cancellationToken)
    {
        var actor = actors.Current;
        var brands = (await principals.ListAsync(cancellationToken)).Where(brand => brand.IsActive && actor.PrincipalIds?.Contains(brand.Id) != false).ToList();
        var nodes = (await organisations.BelowAsync(actor.ScopePath ?? "/", cancellationToken)).Where(node => node.IsActive).ToList();
        var node = nodes.Find(candidate => candidate.Path == query.OrganisationPath) ?? nodes.FirstOrDefault();
        var brand = (brands.Find(candidate => candidate.Id == query.PrincipalId)
            ?? brands.Find(candidate => node?.PrincipalIds.Contains(candidate.Id) == true)
            ?? brands.FirstOrDefault())?.Id ?? Guid.Empty;
        var all = await models.ListAsync(null, procedure.CategoryCode.Length == 0 ? null : procedure.CategoryCode, cancellationToken);
        var catalogue = all.Where(model => model.PrincipalId == brand).ToList();
        var model = catalogue.Find(candidate => candidate.Id == query.ModelId)?.Id;
        return new ProcedureChoice(brand, node?.Path ?? actor.ScopePath ?? "/", model, brands, nodes, catalogue, all);
    }
}
