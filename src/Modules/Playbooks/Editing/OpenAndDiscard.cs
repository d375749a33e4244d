using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Definitions;
using ServicePlatform.Playbooks.Layers;
using ServicePlatform.Playbooks.Procedures;
using ServicePlatform.Playbooks.Steps;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.Timelines;

namespace ServicePlatform.Playbooks.Editing;

/// <summary>Opens a draft of a layer, copied from a version: the newest, or an older one to go back to. Answers the draft's number.</summary>
[WritesProcedures]
internal sealed record StartDraft(Guid LayerId, int? CopyOf) : ICommand<int>;

/// <summary>Throws the draft away.</summary>
[WritesProcedures]
internal sealed record DiscardDraft(Guid LayerId, int Version) : ICommand;

internal sealed class StartDraftHandler(DraftDesk desk, ISiteDb db, IActorContext actors, IClock clock) : ICommandHandler<StartDraft, int>
{
    public async Task<Result<int>> HandleAsync(StartDraft command, CancellationToken cancellationToken)
    {
        var found = await desk.LayerAsync(command.LayerId, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        var number = command.CopyOf ?? found.Value.NewestNumber;
        var source = await db.List<ProcedureVersion>()
            .Where(version => version.LayerId == command.LayerId && version.State != DefinitionState.Draft)
            .Include(version => version.Steps)
            .FirstOrDefaultAsync(version => version.Number == number, cancellationToken);
        if (source is null && command.CopyOf is not null)
        {
            return Failure.NotFound("playbooks.version-not-found");
        }

        IReadOnlyList<PartChange<StepContent>> changes = source?.Changes ?? [];
        if (found.Value.OpenDraft(source?.Title, changes, actors.Current.UserId, clock.UtcNow) is not { } draft)
        {
            return Failure.Conflict("playbooks.draft-open");
        }

        db.Set<ProcedureVersion>().Add(draft);
        return draft.Number;
    }
}

internal sealed class DiscardDraftHandler(DraftDesk desk, ISiteDb db, ITimeline timeline) : ICommandHandler<DiscardDraft, Done>
{
    public async Task<Result<Done>> HandleAsync(DiscardDraft command, CancellationToken cancellationToken)
    {
        var opened = await desk.DraftAsync(command.LayerId, command.Version, cancellationToken);
        if (!opened.Succeeded)
        {
            return opened.Failure;
        }

        var (layer, draft) = (opened.Value.Layer, opened.Value.Draft);
        db.Set<ProcedureVersion>().Remove(draft);
        layer.CloseDraft(published: false);
        if (layer.NewestNumber == 0)
        {
            // Nothing was ever published: without its draft the layer says nothing.
            db.Set<ProcedureLayer>().Remove(layer);
            if (!await db.List<ProcedureLayer>().AnyAsync(other => other.ProcedureId == layer.ProcedureId && other.Id != layer.Id, cancellationToken))
            {
                // A procedure of which nothing is left must not keep its kinds of job from another one.
                db.Set<Procedure>().Remove(await db.Set<Procedure>().SingleAsync(row => row.Id == layer.ProcedureId, cancellationToken));
            }
        }
        else
        {
            timeline.Add(LayerSubject.Of(layer.Id), "playbooks.draft-discarded", [$"{draft.Number}"]);
        }

        return Result.Done;
    }
}
