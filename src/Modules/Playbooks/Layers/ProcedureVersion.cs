using ServicePlatform.Data;
using ServicePlatform.Definitions;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Steps;

namespace ServicePlatform.Playbooks.Layers;

/// <summary>A version of a layer. Once published its words never change; only its end is set.</summary>
internal sealed class ProcedureVersion : Entity, IVersioned
{
    private readonly List<StepChange> _steps = [];

    private ProcedureVersion()
    {
    }

    public ProcedureVersion(Guid layerId, int number, LocalText? title, IReadOnlyList<PartChange<StepContent>> changes, Guid author, DateTime now)
    {
        LayerId = layerId;
        Number = number;
        AuthorId = author;
        EditedAt = now;
        Write(title, changes);
    }

    public Guid LayerId { get; private init; }

    public int Number { get; private init; }

    public DefinitionState State { get; private set; } = DefinitionState.Draft;

    public DateTime? EffectiveFrom { get; private set; }

    public DateTime? EffectiveUntil { get; private set; }

    /// <summary>Name of the procedure; only platform and brand layers give it one.</summary>
    public string? TitleZh { get; private set; }

    public string? TitleEn { get; private set; }

    /// <summary>What is new, for those who work by it.</summary>
    public string? Note { get; private set; }

    /// <summary>Account of who wrote last; empty for a recipe.</summary>
    public Guid AuthorId { get; private set; }

    public DateTime EditedAt { get; private set; }

    public Guid? PublisherId { get; private set; }

    public DateTime? PublishedAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<StepChange> Steps => _steps;

    public LocalText? Title => LocalText.Of(TitleZh, TitleEn);

    public IReadOnlyList<PartChange<StepContent>> Changes =>
        [.. _steps.OrderBy(step => step.Position).Select(step => step.ToChange())];

    /// <exception cref="InvalidOperationException">The version is not a draft any more.</exception>
    public void Edit(LocalText? title, string? note, IReadOnlyList<PartChange<StepContent>> changes, Guid author, DateTime now)
    {
        if (State != DefinitionState.Draft)
        {
            throw new InvalidOperationException("A published version is never edited.");
        }

        Note = note;
        AuthorId = author;
        EditedAt = now;
        Write(title, changes);
    }

    public void Publish(DateTime from, Guid publisher, DateTime now)
    {
        State = DefinitionState.Published;
        EffectiveFrom = from;
        PublisherId = publisher;
        PublishedAt = now;
    }

    /// <summary>Ends at the given time, which a newer version or the layer's retirement sets. What ended earlier stays so.</summary>
    public void EndAt(DateTime until)
    {
        State = DefinitionState.Retired;
        var end = until < EffectiveFrom ? EffectiveFrom : until;
        EffectiveUntil = EffectiveUntil < end ? EffectiveUntil : end;
    }

    private void Write(LocalText? title, IReadOnlyList<PartChange<StepContent>> changes)
    {
        TitleZh = title?.Zh;
        TitleEn = title?.En;
        _steps.Clear();
        _steps.AddRange(changes.Select((change, index) => StepChange.Of(Id, index + 1, change)));
    }
}
