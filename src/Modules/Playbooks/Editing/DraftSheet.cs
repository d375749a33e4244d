using ServicePlatform.Definitions;
using ServicePlatform.Playbooks.Steps;

namespace ServicePlatform.Playbooks.Editing;

/// <summary>A step as its editor sees it.</summary>
/// <param name="IsOwn">Added by this draft.</param>
/// <param name="IsChanged">Another layer's step in this draft's words.</param>
/// <param name="LeftOut">Another layer's step that this draft removes.</param>
/// <param name="CanRise">The step can change places with the one before it in its section.</param>
internal sealed record SheetRow(ResolvedPart<StepContent> Step, bool IsOwn, bool IsChanged, bool LeftOut, bool CanRise, bool CanSink)
{
    public StepContent Content => Step.Part;
}

/// <summary>
/// The steps of a draft among those of the layers above it, in the order in which they hold, and the edits of that order.
/// Every edit answers the draft's new list of changes.
/// </summary>
internal sealed class DraftSheet
{
    private readonly DefinitionVersion<StepContent> _draft;
    private readonly List<PartChange<StepContent>> _changes;

    /// <param name="others">Versions of other layers, and earlier ones of this layer.</param>
    public DraftSheet(IEnumerable<DefinitionVersion<StepContent>> others, DefinitionVersion<StepContent> draft, DefinitionQuestion question)
    {
        _draft = draft;
        _changes = [.. draft.Changes];
        var above = others.Where(other => other.DefinitionId != draft.DefinitionId).ToList();
        var published = draft with { State = DefinitionState.Published, EffectiveFrom = question.At };
        var resolved = DefinitionResolver.Resolve([.. above, published], question);
        var without = DefinitionResolver.Resolve(above, question);
        LeftOut = [.. resolved.Changes
            .Where(trace => trace.Source == published.Source && trace.Outcome == PartOutcome.Removed)
            .SelectMany(trace => without.Parts.Where(part => part.Part.Code == trace.Code))
            .Select(part => new SheetRow(part, false, false, true, false, false))];
        Rows = [.. resolved.Parts.Select((part, index) => new SheetRow(
            part,
            IsMine(part.AddedBy),
            !IsMine(part.AddedBy) && IsMine(part.SaidBy),
            false,
            IsMine(part.AddedBy) && SameSection(resolved.Parts, index, index - 1),
            IsMine(part.AddedBy) && SameSection(resolved.Parts, index, index + 1)))];
    }

    public IReadOnlyList<SheetRow> Rows { get; }

    public IReadOnlyList<SheetRow> LeftOut { get; }

    public SheetRow? Find(string code) => Rows.FirstOrDefault(row => row.Content.Code == code);

    /// <summary>Puts a new step after another one (null: at the end of its section), or changes the one with its code.</summary>
    public IReadOnlyList<PartChange<StepContent>> Put(StepContent step, string? after)
    {
        var row = Find(step.Code);
        if (row is { IsOwn: false })
        {
            return [.. _changes.Where(change => change.Code != step.Code), PartChange.Replace(step)];
        }

        var order = Rows.Select(other => other.Content).ToList();
        if (row is not null && row.Content.Section == step.Section && after is null)
        {
            order[order.IndexOf(row.Content)] = step;
            return Placed(order);
        }

        order.RemoveAll(other => other.Code == step.Code);
        var place = order.FindIndex(other => other.Code == after && other.Section == step.Section);
        var first = order.FindIndex(other => other.Section >= step.Section);
        var end = order.FindIndex(other => other.Section > step.Section);
        order.Insert(place >= 0 ? place + 1 : after == PartChange.SectionStart && first >= 0 ? first : end >= 0 ? end : order.Count, step);
        return Placed(order, step.Code);
    }

    /// <summary>Changes places with the step before it in its section, or after it.</summary>
    public IReadOnlyList<PartChange<StepContent>> Move(string code, bool up)
    {
        if (Find(code) is not { } row || !(up ? row.CanRise : row.CanSink))
        {
            return _changes;
        }

        var order = Rows.Select(other => other.Content).ToList();
        var index = order.IndexOf(row.Content);
        var other = up ? index - 1 : index + 1;
        (order[index], order[other]) = (order[other], order[index]);
        return Placed(order);
    }

    /// <summary>Takes out an own step, or leaves out one of a higher layer.</summary>
    public IReadOnlyList<PartChange<StepContent>> Remove(string code) =>
        Find(code) is { IsOwn: true }
            ? Placed([.. Rows.Select(row => row.Content).Where(step => step.Code != code)])
            : [.. _changes.Where(change => change.Code != code), PartChange.Remove<StepContent>(code)];

    /// <summary>Gives a higher layer's step back its own words and place.</summary>
    public IReadOnlyList<PartChange<StepContent>> Restore(string code) =>
        [.. _changes.Where(change => change.Code != code || change.Action == PartAction.Add)];

    /// <summary>Own steps in the given order, each tied to the one before it where the section also has steps of others.</summary>
    private PartChange<StepContent>[] Placed(List<StepContent> order, string? added = null)
    {
        var adds = new List<PartChange<StepContent>>();
        foreach (var section in order.GroupBy(step => step.Section))
        {
            var steps = section.ToList();
            var shared = steps.Exists(step => !IsOwn(step));
            adds.AddRange(steps.Select((step, index) => (step, After: !shared ? null : index == 0 ? PartChange.SectionStart : steps[index - 1].Code))
                .Where(item => IsOwn(item.step))
                .Select(item => PartChange.Add(item.step, item.After)));
        }

        return [.. adds, .. _changes.Where(change => change.Action != PartAction.Add)];

        bool IsOwn(StepContent step) => step.Code == added || Find(step.Code) is { IsOwn: true };
    }

    private bool IsMine(DefinitionSource source) => source == _draft.Source;

    private static bool SameSection(IReadOnlyList<ResolvedPart<StepContent>> parts, int one, int other) =>
        other >= 0 && other < parts.Count && parts[one].Part.Section == parts[other].Part.Section;
}
