using ServicePlatform.Commands;
using ServicePlatform.Definitions;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Layers;
using ServicePlatform.Playbooks.Steps;

namespace ServicePlatform.Playbooks.Publishing;

/// <summary>Whether a draft may be published. Failures name the step by its code: <c>Steps[inlet-pressure].Maximum</c>.</summary>
internal static class PublishChecks
{
    /// <param name="others">Versions of all other layers, and the earlier ones of this layer.</param>
    /// <param name="nameOf">Name of an owner, for the words of a refusal.</param>
    public static IReadOnlyList<FieldFailure> Check(
        DefinitionVersion<StepContent> draft,
        LocalText? title,
        IReadOnlyCollection<DefinitionVersion<StepContent>> others,
        Rehearsal rehearsal,
        DateTime from,
        Func<DefinitionOwner, string> nameOf)
    {
        var failures = new List<FieldFailure>();
        var both = draft.Owner.Layer <= DefinitionLayer.Brand;
        if (draft.Changes.Count == 0)
        {
            failures.Add(new("Steps", "playbooks.nothing-to-publish"));
        }

        if (both && (title is not null || NeedsTitle(draft, others)))
        {
            failures.AddRange(title?.Zh is null ? [new FieldFailure("TitleZh", "playbooks.text-missing-language")] : []);
            failures.AddRange(title?.En is null ? [new FieldFailure("TitleEn", "playbooks.text-missing-language")] : []);
        }

        foreach (var change in draft.Changes)
        {
            if (change.Action != PartAction.Add && LayerRights.OnlyAdds(draft.Owner))
            {
                failures.Add(new(FieldOf(change.Code), "playbooks.dealer-only-adds"));
            }

            if (change.Part is { } part)
            {
                failures.AddRange(StepChecks.Check(part, both).Select(failure => failure with { Field = FieldOf(change.Code, failure.Field) }));
            }
        }

        failures.AddRange(rehearsal.Refused.SelectMany(refusal => Refusals(refusal, nameOf)));
        failures.AddRange(FlushFailures(draft, others, from));
        return failures;
    }

    public static string FieldOf(string code, string? field = null) => field is null ? $"Steps[{code}]" : $"Steps[{code}].{field}";

    /// <summary>Code of the step that a field belongs to, or null.</summary>
    public static string? CodeOf(string field) =>
        field.StartsWith("Steps[", StringComparison.Ordinal) ? field["Steps[".Length..field.IndexOf(']', StringComparison.Ordinal)] : null;

    private static IEnumerable<FieldFailure> Refusals(PartTrace refusal, Func<DefinitionOwner, string> nameOf)
    {
        object[] arguments = refusal.Because is { } because ? [nameOf(because.Owner), because.Version] : [];
        var code = refusal.Outcome switch
        {
            PartOutcome.MayNotRemove => "playbooks.may-not-remove",
            PartOutcome.MayNotWeaken => "playbooks.may-not-weaken",
            PartOutcome.MayNotMove => "playbooks.may-not-move",
            PartOutcome.CodeTaken => "playbooks.code-taken",
            _ => "playbooks.no-such-step",
        };
        return refusal.Fields.Count == 0
            ? [new FieldFailure(FieldOf(refusal.Code), code) { Arguments = arguments }]
            : refusal.Fields.Select(field => new FieldFailure(FieldOf(refusal.Code, field), code) { Arguments = arguments });
    }

    private static IEnumerable<FieldFailure> FlushFailures(
        DefinitionVersion<StepContent> draft, IReadOnlyCollection<DefinitionVersion<StepContent>> others, DateTime from)
    {
        var published = draft with { State = DefinitionState.Published, EffectiveFrom = from };
        return DefinitionRehearsal.QuestionsFor(others, draft, from)
            .Select(question => DefinitionResolver.Resolve([.. others, published], question))
            .Select(resolved => FlushOrder.FirstOutOfOrder(resolved.Parts.Select(part => part.Part)))
            .OfType<StepContent>()
            .DistinctBy(step => step.Code, StringComparer.Ordinal)
            .Select(step => new FieldFailure(FieldOf(step.Code, nameof(step.FlushPosition)), "playbooks.flush-order") { Arguments = [step.FlushPosition!.Value] });
    }

    /// <summary>Somebody has to name the procedure: the highest layer does, others may.</summary>
    private static bool NeedsTitle(DefinitionVersion<StepContent> draft, IReadOnlyCollection<DefinitionVersion<StepContent>> others) =>
        draft.Scope is { ModelId: null, Serials: null } && others.All(other => other.Owner.Layer >= draft.Owner.Layer);
}
