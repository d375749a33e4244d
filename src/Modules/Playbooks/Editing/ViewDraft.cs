using ServicePlatform.Commands;
using ServicePlatform.Definitions;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Layers;
using ServicePlatform.Playbooks.Publishing;
using ServicePlatform.Playbooks.Resolving;
using ServicePlatform.Sites;

namespace ServicePlatform.Playbooks.Editing;

/// <summary>The draft of a layer for its editor, with what still stands against publishing it.</summary>
[WritesProcedures]
internal sealed record ViewDraft(Guid LayerId) : IQuery<DraftView>;

/// <param name="Title">Of the procedure, as it holds with the draft.</param>
/// <param name="Failures">By step and field; empty where it can be published.</param>
internal sealed record DraftView(
    OpenDraft Open,
    DraftSheet Sheet,
    LocalText Title,
    string OwnerName,
    Func<DefinitionOwner, string> NameOf,
    IReadOnlyList<FieldFailure> Failures);

internal sealed class ViewDraftHandler(DraftDesk desk, OwnerNames names, IClock clock) : IQueryHandler<ViewDraft, DraftView>
{
    public async Task<Result<DraftView>> HandleAsync(ViewDraft query, CancellationToken cancellationToken)
    {
        var opened = await desk.DraftAsync(query.LayerId, null, cancellationToken);
        if (!opened.Succeeded)
        {
            return opened.Failure;
        }

        var draft = opened.Value;
        var sheet = draft.Sheet();
        var owners = sheet.Rows.Concat(sheet.LeftOut).SelectMany(row => new[] { row.Step.AddedBy.Owner, row.Step.SaidBy.Owner });
        var nameOf = await names.OfAsync(owners.Append(draft.Layer.Owner), cancellationToken);
        var failures = await PublishDraftHandler.CheckAsync(draft, clock.UtcNow, names, cancellationToken);
        return new DraftView(draft, sheet, draft.Draft.Title ?? TitleBelow(draft), nameOf(draft.Layer.Owner), nameOf, failures);
    }

    private static LocalText TitleBelow(OpenDraft draft) =>
        draft.Others.TitleOf(DefinitionResolver.Resolve(draft.Others.Candidates, draft.Question));
}
