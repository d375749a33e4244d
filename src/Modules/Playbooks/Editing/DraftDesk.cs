using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Definitions;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Layers;
using ServicePlatform.Playbooks.Procedures;
using ServicePlatform.Playbooks.Steps;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Playbooks.Editing;

/// <summary>Opens layers and drafts for those who may see or write at them.</summary>
internal sealed class DraftDesk(ISiteDb db, LayerStore store, IActorContext actors, IPrincipalReader principals, IClock clock)
{
    public static Failure NotFound { get; } = Failure.NotFound("playbooks.layer-not-found");

    /// <summary>A layer to write at; tracked. Foreign ones are not found.</summary>
    public async Task<Result<ProcedureLayer>> LayerAsync(Guid layerId, CancellationToken cancellationToken)
    {
        var layer = await db.Set<ProcedureLayer>().FirstOrDefaultAsync(row => row.Id == layerId, cancellationToken);
        if (layer is null || !LayerRights.MaySee(actors.Current, layer.Owner))
        {
            return NotFound;
        }

        return LayerRights.WhyNotEdit(actors.Current, layer.Owner) is { } reason ? Failure.Forbidden(reason) : layer;
    }

    /// <summary>The layer's draft with all that it stands upon.</summary>
    /// <param name="seen">Version of the draft's row that the editor had before him; null to read only.</param>
    public async Task<Result<OpenDraft>> DraftAsync(Guid layerId, int? seen, CancellationToken cancellationToken)
    {
        var found = await LayerAsync(layerId, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        var layer = found.Value;
        var draft = await db.Set<ProcedureVersion>()
            .Include(version => version.Steps)
            .FirstOrDefaultAsync(version => version.LayerId == layerId && version.Number == layer.DraftNumber, cancellationToken);
        if (draft is null)
        {
            return Failure.Conflict("playbooks.no-draft");
        }

        if (seen is { } version && version != draft.Version)
        {
            return new Failure(FailureKind.Conflict, "kernel.stale") { Versions = new(version, draft.Version) };
        }

        var procedure = await db.List<Procedure>().FirstAsync(row => row.Id == layer.ProcedureId, cancellationToken);
        var others = await store.AllAsync(procedure, cancellationToken);
        return new OpenDraft(layer, draft, procedure, others, await BrandAsync(layer, cancellationToken), clock.UtcNow, actors.Current.UserId);
    }

    /// <summary>The brand upon whose steps a layer without a brand of its own is shown: the writer's first.</summary>
    private async Task<Guid> BrandAsync(ProcedureLayer layer, CancellationToken cancellationToken)
    {
        if (layer.PrincipalId is { } own)
        {
            return own;
        }

        var all = await principals.ListAsync(cancellationToken);
        var mine = actors.Current.PrincipalIds;
        return all.FirstOrDefault(principal => principal.IsActive && mine?.Contains(principal.Id) != false)?.Id ?? Guid.Empty;
    }
}

/// <summary>A draft on the desk.</summary>
internal sealed class OpenDraft(
    ProcedureLayer layer, ProcedureVersion draft, Procedure procedure, LayerSet others, Guid brandId, DateTime now, Guid author)
{
    public ProcedureLayer Layer => layer;

    public ProcedureVersion Draft => draft;

    public Procedure Procedure => procedure;

    /// <summary>Versions of all layers that are not drafts.</summary>
    public LayerSet Others => others;

    /// <summary>The brand on whose steps the sheet is laid out.</summary>
    public Guid BrandId => brandId;

    public DefinitionVersion<StepContent> Candidate { get; } = LayerSet.Candidate(procedure, layer, draft);

    /// <summary>Where the draft holds, for its sheet.</summary>
    public DefinitionQuestion Question { get; } = new(
        brandId,
        layer.OrganisationPath ?? "/",
        procedure.CategoryCode.Length == 0 ? null : procedure.CategoryCode,
        layer.ModelId,
        layer.SerialFirst,
        now);

    public DraftSheet Sheet() => new(others.Candidates, Candidate, Question);

    public void Write(IReadOnlyList<PartChange<StepContent>> changes) => draft.Edit(draft.Title, draft.Note, changes, author, now);

    public void Describe(LocalText? title, string? note) => draft.Edit(title, note, draft.Changes, author, now);
}
