using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Definitions;
using ServicePlatform.Events;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Editing;
using ServicePlatform.Playbooks.Layers;
using ServicePlatform.Playbooks.Procedures;
using ServicePlatform.Playbooks.Resolving;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.Timelines;

namespace ServicePlatform.Playbooks.Publishing;

/// <summary>Publishes the draft of a layer; the version that held before ends when this one begins.</summary>
/// <param name="From">UTC; null for now. Not in the past.</param>
/// <param name="Version">Version of the draft that the editor had before him.</param>
[WritesProcedures]
internal sealed record PublishDraft(Guid LayerId, DateTime? From, int Version) : ICommand<int>;

/// <summary>Ends a layer from now on; its versions stay to be read, and a new draft can bring it back.</summary>
[WritesProcedures]
internal sealed record RetireLayer(Guid LayerId, int Version) : ICommand;

internal sealed class PublishDraftHandler(
    DraftDesk desk,
    ISiteDb db,
    OwnerNames names,
    IActorContext actors,
    IClock clock,
    IEvents events,
    ITimeline timeline) : ICommandHandler<PublishDraft, int>
{
    public async Task<Result<int>> HandleAsync(PublishDraft command, CancellationToken cancellationToken)
    {
        var opened = await desk.DraftAsync(command.LayerId, command.Version, cancellationToken);
        if (!opened.Succeeded)
        {
            return opened.Failure;
        }

        var (now, draft) = (clock.UtcNow, opened.Value);
        var from = command.From ?? now;
        if (from < now.AddMinutes(-1))
        {
            return Failure.Invalid(nameof(command.From), "playbooks.from-past");
        }

        var failures = await CheckAsync(draft, from, names, cancellationToken);
        if (failures.Count > 0)
        {
            return Failure.Invalid(failures);
        }

        await EndVersionsAsync(db, draft.Layer.Id, from, cancellationToken);
        draft.Draft.Publish(from, actors.Current.UserId, now);
        draft.Layer.CloseDraft(published: true);
        timeline.Add(LayerSubject.Of(draft.Layer.Id), "playbooks.published", [$"{draft.Draft.Number}"]);
        events.Publish(new ProcedurePublished(draft.Layer.Id, draft.Draft.Number, ReachOf(draft.Procedure, draft.Layer), from));
        return draft.Draft.Number;
    }

    public static async Task<IReadOnlyList<FieldFailure>> CheckAsync(OpenDraft draft, DateTime from, OwnerNames names, CancellationToken cancellationToken)
    {
        var rehearsal = DefinitionRehearsal.Rehearse(draft.Others.Candidates, draft.Candidate, from);
        var nameOf = await names.OfAsync(rehearsal.Refused.Select(refusal => refusal.Because?.Owner).OfType<DefinitionOwner>(), cancellationToken);
        return PublishChecks.Check(draft.Candidate, draft.Draft.Title, draft.Others.Candidates, rehearsal, from, nameOf);
    }

    public static ProcedureReach ReachOf(Procedure procedure, ProcedureLayer layer) => new(
        procedure.JobTypes,
        layer.PrincipalId,
        layer.OrganisationPath,
        procedure.CategoryCode.Length == 0 ? null : procedure.CategoryCode,
        layer.ModelId);

    public static async Task EndVersionsAsync(ISiteDb db, Guid layerId, DateTime at, CancellationToken cancellationToken)
    {
        var earlier = await db.Set<ProcedureVersion>()
            .Where(version => version.LayerId == layerId && version.State != DefinitionState.Draft && (version.EffectiveUntil == null || version.EffectiveUntil > at))
            .ToListAsync(cancellationToken);
        earlier.ForEach(version => version.EndAt(at));
    }
}

internal sealed class RetireLayerHandler(DraftDesk desk, ISiteDb db, IClock clock, ITimeline timeline) : ICommandHandler<RetireLayer, Done>
{
    public async Task<Result<Done>> HandleAsync(RetireLayer command, CancellationToken cancellationToken)
    {
        var found = await desk.LayerAsync(command.LayerId, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        if (found.Value.Version != command.Version)
        {
            return new Failure(FailureKind.Conflict, "kernel.stale") { Versions = new(command.Version, found.Value.Version) };
        }

        if (found.Value.DraftNumber is not null)
        {
            return Failure.Conflict("playbooks.retire-with-draft");
        }

        await PublishDraftHandler.EndVersionsAsync(db, command.LayerId, clock.UtcNow, cancellationToken);
        timeline.Add(LayerSubject.Of(command.LayerId), "playbooks.retired");
        return Result.Done;
    }
}
