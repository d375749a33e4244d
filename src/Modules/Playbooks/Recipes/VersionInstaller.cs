using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Definitions;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Layers;
using ServicePlatform.Playbooks.Procedures;
using ServicePlatform.Playbooks.Publishing;
using ServicePlatform.Playbooks.Resolving;
using ServicePlatform.Playbooks.Steps;
using ServicePlatform.Sites;

namespace ServicePlatform.Playbooks.Recipes;

/// <summary>A version that a recipe wants to stand.</summary>
internal sealed record WantedVersion(
    Procedure Procedure,
    DefinitionOwner Owner,
    Guid? ModelId,
    int Number,
    DateTime? From,
    LocalText? Title,
    IReadOnlyList<PartChange<StepContent>> Changes);

/// <summary>Why a version cannot be installed.</summary>
/// <param name="StepCode">The step at fault, or null.</param>
internal sealed record InstallRefusal(string Reason, string? StepCode = null)
{
    public string PathIn(IReadOnlyList<StepEntry> steps)
    {
        var index = steps.ToList().FindIndex(step => step.Code == StepCode);
        return index < 0 ? "" : $".steps[{index}]";
    }
}

/// <summary>Publishes versions that come with a recipe, by the same checks as the editor's.</summary>
internal sealed class VersionInstaller(
    ISiteDb db, LayerStore store, OwnerNames names, IFailureText words, IStringLocalizer<Texts> texts, IClock clock)
{
    /// <summary>Start of first versions that name none: before any job that a recipe may bring along.</summary>
    internal static readonly DateTime Always = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Null where the version stands now, or stood already with the same words.</summary>
    public async Task<InstallRefusal?> InstallAsync(WantedVersion wanted, CancellationToken cancellationToken)
    {
        var key = ProcedureLayer.KeyOf(wanted.Owner, wanted.ModelId, null);
        var layer = await db.Set<ProcedureLayer>().FirstOrDefaultAsync(row => row.ProcedureId == wanted.Procedure.Id && row.ScopeKey == key, cancellationToken);
        if (layer is not null && wanted.Number <= layer.NewestNumber && layer.DraftNumber != wanted.Number)
        {
            return await StandsAsync(layer, wanted, cancellationToken) ? null : new InstallRefusal(texts["Recipe.VersionDiffers", wanted.Number]);
        }

        if (layer is null)
        {
            layer = new ProcedureLayer(wanted.Procedure.Id, wanted.Owner, wanted.ModelId, null);
            db.Set<ProcedureLayer>().Add(layer);
        }

        var now = clock.UtcNow;
        var from = wanted.From ?? (wanted.Number == 1 ? Always : now);
        if (layer.OpenDraft(wanted.Title, wanted.Changes, Guid.Empty, now, wanted.Number) is not { } version)
        {
            return new InstallRefusal(texts["Recipe.DraftOpen"]);
        }

        if (await CheckAsync(wanted, layer, version, from, cancellationToken) is { } failure)
        {
            return failure;
        }

        await PublishDraftHandler.EndVersionsAsync(db, layer.Id, from, cancellationToken);
        version.Publish(from, Guid.Empty, now);
        layer.CloseDraft(published: true);
        db.Set<ProcedureVersion>().Add(version);
        await db.SaveAsync(cancellationToken);
        return null;
    }

    /// <summary>An older version that is not kept any more is taken as standing: it was replaced long ago.</summary>
    private async Task<bool> StandsAsync(ProcedureLayer layer, WantedVersion wanted, CancellationToken cancellationToken)
    {
        var version = await db.List<ProcedureVersion>().Include(row => row.Steps)
            .FirstOrDefaultAsync(row => row.LayerId == layer.Id && row.Number == wanted.Number, cancellationToken);
        return version is null || (version.Title == wanted.Title && version.Changes.SequenceEqual(wanted.Changes));
    }

    private async Task<InstallRefusal?> CheckAsync(
        WantedVersion wanted, ProcedureLayer layer, ProcedureVersion version, DateTime from, CancellationToken cancellationToken)
    {
        var others = await store.AllAsync(wanted.Procedure, cancellationToken);
        var draft = LayerSet.Candidate(wanted.Procedure, layer, version);
        var rehearsal = DefinitionRehearsal.Rehearse(others.Candidates, draft, from);
        var nameOf = await names.OfAsync(rehearsal.Refused.Select(refusal => refusal.Because?.Owner).OfType<DefinitionOwner>(), cancellationToken);
        var failures = PublishChecks.Check(draft, wanted.Title, others.Candidates, rehearsal, from, nameOf);
        return failures.Count == 0
            ? null
            : new InstallRefusal(string.Create(CultureInfo.CurrentUICulture, $"{failures[0].Field}: {words.Describe(failures[0])}"), PublishChecks.CodeOf(failures[0].Field));
    }
}
