using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Definitions;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Playbooks.Procedures;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Playbooks.Layers;

/// <summary>Opens a layer of a procedure for an owner who has none yet, with an empty draft. Answers the layer's id.</summary>
/// <param name="PrincipalId">The brand; in region and dealer layers the only brand that it is for, or null for all.</param>
/// <param name="OrganisationPath">Of a region or dealer; null for a brand.</param>
/// <param name="ModelId">For one model, or null for all.</param>
[WritesProcedures]
internal sealed record CreateLayer(string ProcedureCode, DefinitionLayer Layer, Guid? PrincipalId, string? OrganisationPath, Guid? ModelId) : ICommand<Guid>;

internal sealed class CreateLayerValidator : AbstractValidator<CreateLayer>
{
    public CreateLayerValidator()
    {
        RuleFor(command => command.ProcedureCode).NotEmpty().MaximumLength(Lengths.Code);
        RuleFor(command => command.Layer).IsInEnum();
        RuleFor(command => command.OrganisationPath).MaximumLength(Lengths.Path);
    }
}

internal sealed class CreateLayerHandler(
    ISiteDb db,
    IActorContext actors,
    IPrincipalReader principals,
    IOrganisationReader organisations,
    IModelReader models,
    IClock clock) : ICommandHandler<CreateLayer, Guid>
{
    public async Task<Result<Guid>> HandleAsync(CreateLayer command, CancellationToken cancellationToken)
    {
        var procedure = await db.List<Procedure>().FirstOrDefaultAsync(row => row.Code == command.ProcedureCode, cancellationToken);
        if (procedure is null)
        {
            return Failure.NotFound("playbooks.procedure-not-found");
        }

        var owner = new DefinitionOwner(
            command.Layer, command.PrincipalId, command.Layer <= DefinitionLayer.Brand ? null : command.OrganisationPath);
        if (await WhyNotAsync(owner, cancellationToken) is { } failure)
        {
            return failure;
        }

        if (command.ModelId is { } modelId && !await FitsAsync(modelId, owner, procedure, cancellationToken))
        {
            return Failure.Invalid(nameof(command.ModelId), "playbooks.model-unfit");
        }

        var key = ProcedureLayer.KeyOf(owner, command.ModelId, null);
        if (await db.List<ProcedureLayer>().AnyAsync(row => row.ProcedureId == procedure.Id && row.ScopeKey == key, cancellationToken))
        {
            return Failure.Conflict("playbooks.layer-exists");
        }

        var layer = new ProcedureLayer(procedure.Id, owner, command.ModelId, null);
        db.Set<ProcedureLayer>().Add(layer);
        db.Set<ProcedureVersion>().Add(layer.OpenDraft(null, [], actors.Current.UserId, clock.UtcNow)!);
        return layer.Id;
    }

    private async Task<Failure?> WhyNotAsync(DefinitionOwner owner, CancellationToken cancellationToken)
    {
        if (!owner.IsComplete)
        {
            return Failure.Invalid(owner.Layer == DefinitionLayer.Brand ? nameof(owner.PrincipalId) : nameof(owner.OrganisationPath), "playbooks.owner-missing");
        }

        if (owner.PrincipalId is { } id && (await principals.ListAsync(cancellationToken)).All(principal => principal.Id != id))
        {
            return Failure.Invalid(nameof(owner.PrincipalId), "playbooks.owner-missing");
        }

        if (owner.OrganisationPath is { } path)
        {
            if (!(await organisations.GetByPathAsync([path], cancellationToken)).TryGetValue(path, out var node))
            {
                return Failure.Invalid(nameof(owner.OrganisationPath), "playbooks.owner-missing");
            }

            if ((node.Ownership == OrganisationOwnership.Own) != (owner.Layer == DefinitionLayer.Region))
            {
                return Failure.Invalid(nameof(owner.OrganisationPath), "playbooks.owner-kind");
            }
        }

        return LayerRights.WhyNotEdit(actors.Current, owner) is { } reason ? Failure.Forbidden(reason) : null;
    }

    private async Task<bool> FitsAsync(Guid modelId, DefinitionOwner owner, Procedure procedure, CancellationToken cancellationToken)
    {
        var model = (await models.GetAsync([modelId], cancellationToken)).GetValueOrDefault(modelId);
        return model is not null
            && (owner.PrincipalId is null || owner.PrincipalId == model.PrincipalId)
            && (procedure.CategoryCode.Length == 0 || procedure.CategoryCode == model.CategoryCode);
    }
}
