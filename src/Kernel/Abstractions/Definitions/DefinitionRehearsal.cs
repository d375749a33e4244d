namespace ServicePlatform.Definitions;

/// <summary>What publishing a draft would do, tried on everything that it would meet.</summary>
/// <param name="Refused">Changes of the draft that higher layers do not allow. Publishing is refused while there are any.</param>
/// <param name="Lost">Changes of lower layers that would no longer take effect, or no longer at their place.</param>
public sealed record Rehearsal(IReadOnlyList<PartTrace> Refused, IReadOnlyList<PartTrace> Lost);

public static class DefinitionRehearsal
{
    /// <summary>Resolves with and without the draft, for every combination of its scope with that of another layer.</summary>
    /// <param name="others">Versions of all layers except the draft itself, in any order and state.</param>
    /// <param name="from">UTC time from which the draft would hold.</param>
    public static Rehearsal Rehearse<TPart>(IReadOnlyCollection<DefinitionVersion<TPart>> others, DefinitionVersion<TPart> draft, DateTime from)
        where TPart : class, IDefinitionPart<TPart>
    {
        var published = draft with { State = DefinitionState.Published, EffectiveFrom = from };
        var own = new List<PartTrace>();
        var lost = new List<PartTrace>();
        foreach (var question in QuestionsFor(others, draft, from))
        {
            var before = DefinitionResolver.Resolve(others, question);
            var after = DefinitionResolver.Resolve([.. others, published], question);
            own.AddRange(after.Changes.Where(change => change.Source == published.Source));
            lost.AddRange(after.Changes.Where(change =>
                change.Source.DefinitionId != draft.DefinitionId
                && (change.IsIgnored || change.Outcome == PartOutcome.AddedAtEnd)
                && !before.Changes.Any(earlier => Same(earlier, change))));
        }

        // A part that only some brands or models have may be changed for all; one that nobody has is a slip.
        var found = own.Where(change => change.Outcome != PartOutcome.NoSuchPart).Select(change => change.Code).ToHashSet(StringComparer.Ordinal);
        var refused = own.Where(change => change.IsIgnored && (change.Outcome != PartOutcome.NoSuchPart || !found.Contains(change.Code)));
        return new Rehearsal(Distinct(refused), Distinct(lost));
    }

    /// <summary>One question for the draft alone, and one for each other layer that can hold together with it.</summary>
    public static IReadOnlyList<DefinitionQuestion> QuestionsFor<TPart>(
        IEnumerable<DefinitionVersion<TPart>> others,
        DefinitionVersion<TPart> draft,
        DateTime at)
        where TPart : class, IDefinitionPart<TPart> =>
        [.. others
            .Where(other => other.WhyNot(Question(draft, other, at)) is null && draft.Scope.Overlaps(other.Scope) && draft.Owner.Meets(other.Owner))
            .Select(other => Question(draft, other, at))
            .Prepend(Question(draft, draft, at))
            .Distinct()];

    private static DefinitionQuestion Question<TPart>(DefinitionVersion<TPart> draft, DefinitionVersion<TPart> other, DateTime at)
        where TPart : class, IDefinitionPart<TPart>
    {
        var (mine, theirs) = (draft.Scope, other.Scope);
        return new(
            draft.Owner.PrincipalId ?? other.Owner.PrincipalId ?? Guid.Empty,
            draft.Owner.Depth >= other.Owner.Depth ? draft.Owner.OrganisationPath ?? "/" : other.Owner.OrganisationPath!,
            mine.CategoryCode ?? theirs.CategoryCode,
            mine.ModelId ?? theirs.ModelId,
            SerialRange.FirstInBoth(mine.Serials, theirs.Serials),
            at);
    }

    private static bool Same(PartTrace one, PartTrace other) =>
        one.Source == other.Source && one.Code == other.Code && one.Outcome == other.Outcome;

    private static PartTrace[] Distinct(IEnumerable<PartTrace> traces) =>
        [.. traces.DistinctBy(trace => (trace.Source, trace.Code, trace.Outcome))];
}
