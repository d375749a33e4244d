using FsCheck;
using FsCheck.Fluent;
using ServicePlatform.Definitions;
using static ServicePlatform.UnitTests.Definitions.Layers;

namespace ServicePlatform.UnitTests.Definitions;

[Trait("capability", "B14")]
public class LayeringProperties
{
    private static readonly DefinitionOwner[] Owners =
    [
        DefinitionOwner.Platform,
        DefinitionOwner.Brand(BrandA),
        DefinitionOwner.Region("/hq/"),
        DefinitionOwner.Region("/hq/north/"),
        DefinitionOwner.Dealer("/hq/north/d1/"),
        DefinitionOwner.Dealer("/hq/north/d1/o1/", BrandA),
    ];

    private static Gen<string> Code => Gen.Elements("a", "b", "c", "d", "e", "f");

    private static Gen<Term> AnyTerm =>
        from code in Code
        from section in Gen.Choose(0, 2)
        from mandatory in Gen.Elements(true, false)
        from limit in Gen.Choose(1, 10)
        select new Term(code, section, mandatory, limit);

    private static Gen<PartChange<Term>> Change =>
        from action in Gen.Elements(PartAction.Add, PartAction.Add, PartAction.Replace, PartAction.Remove)
        from term in AnyTerm
        from after in Gen.OneOf(Gen.Constant<string?>(null), Gen.Constant<string?>(PartChange.SectionStart), Code.Select(code => (string?)code), Code.Select(code => (string?)code))
        select action switch
        {
            PartAction.Add => PartChange.Add(term, after),
            PartAction.Replace => PartChange.Replace(term),
            _ => PartChange.Remove<Term>(term.Code),
        };

    private static Gen<DefinitionVersion<Term>> LayerOf(DefinitionOwner owner, int number) =>
        from changes in Change.ListOf()
        from scope in Gen.Elements(ProductScope.All, new ProductScope("purifier"), new ProductScope("purifier", ModelX), new ProductScope("robot"))
        from state in Gen.Elements(DefinitionState.Published, DefinitionState.Published, DefinitionState.Retired, DefinitionState.Draft)
        select new DefinitionVersion<Term>(
            new Guid(Array.IndexOf(Owners, owner) + 1, 0, 0, new byte[8]), number, owner, scope, state, January, null, [.. changes]);

    /// <summary>One or two versions of each owner's layer, in the order of the layers.</summary>
    private static Arbitrary<DefinitionVersion<Term>[]> Stack =>
        Gen.CollectToArray(Owners.SelectMany(owner => new[] { LayerOf(owner, 1), LayerOf(owner, 2) })).ToArbitrary();

    private static void Holds(Func<DefinitionVersion<Term>[], bool> law) => Prop.ForAll(Stack, law).QuickCheckThrowOnFailure();

    [Fact]
    public void Mandatory_parts_of_higher_layers_are_always_in_the_result() => Holds(stack =>
        Prefixes(stack).All(higher =>
            DefinitionResolver.Resolve(stack, Question).Codes().ToHashSet(StringComparer.Ordinal)
                .IsSupersetOf(DefinitionResolver.Resolve(higher, Question).Parts.Where(part => part.Part.IsMandatory).Select(part => part.Part.Code))));

    [Fact]
    public void A_lower_layer_loosens_no_limit_of_a_mandatory_part() => Holds(stack =>
    {
        var result = DefinitionResolver.Resolve(stack, Question).Parts.ToDictionary(part => part.Part.Code, part => part.Part, StringComparer.Ordinal);
        return Prefixes(stack).All(higher => DefinitionResolver.Resolve(higher, Question).Parts
            .Where(part => part.Part.IsMandatory)
            .All(part => result[part.Part.Code].IsMandatory
                && result[part.Part.Code].Limit <= part.Part.Limit
                && result[part.Part.Code].Section == part.Part.Section));
    });

    [Fact]
    public void The_order_of_the_input_does_not_matter() => Holds(stack =>
    {
        var reference = Describe(DefinitionResolver.Resolve(stack, Question));
        var shuffled = stack.OrderBy(version => version.Changes.Count * 7919 % 13).ThenByDescending(version => version.Number).ToArray();
        return Describe(DefinitionResolver.Resolve(shuffled, Question)) == reference
            && Describe(DefinitionResolver.Resolve(stack.Reverse(), Question)) == reference;
    });

    [Fact]
    public void Parts_stand_in_the_order_of_their_sections_once_each() => Holds(stack =>
    {
        var parts = DefinitionResolver.Resolve(stack, Question).Parts;
        return parts.Select(part => part.Part.Section).SequenceEqual(parts.Select(part => part.Part.Section).Order())
            && parts.DistinctBy(part => part.Part.Code, StringComparer.Ordinal).Count() == parts.Count;
    });

    [Fact]
    public void Every_version_and_every_change_in_use_is_accounted_for() => Holds(stack =>
    {
        var resolved = DefinitionResolver.Resolve(stack, Question);
        var used = resolved.Versions.Where(trace => trace.Outcome == VersionOutcome.Used).Select(trace => trace.Source).ToHashSet();
        return resolved.Versions.Count == stack.Length
            && resolved.Changes.Count == stack.Where(version => used.Contains(version.Source)).Sum(version => version.Changes.Count)
            && resolved.Parts.All(part => used.Contains(part.AddedBy) && used.Contains(part.SaidBy))
            && resolved.Parts.All(part => part.Part.IsMandatory == part.MandatedBy is not null);
    });

    [Fact]
    public void A_draft_without_refusals_takes_full_effect_when_published() => Holds(stack =>
    {
        var draft = stack[^1] with { Number = 3, State = DefinitionState.Draft, EffectiveFrom = null, Scope = ProductScope.All };
        if (DefinitionRehearsal.Rehearse(stack, draft, Question.At).Refused.Count > 0)
        {
            return true;
        }

        var published = draft with { State = DefinitionState.Published, EffectiveFrom = Question.At };
        return DefinitionResolver.Resolve([.. stack, published], Question).Changes
            .Where(change => change.Source == published.Source)
            .All(change => !change.IsIgnored || change.Outcome == PartOutcome.NoSuchPart);
    });

    /// <summary>The stack cut off below each owner.</summary>
    private static IEnumerable<DefinitionVersion<Term>[]> Prefixes(DefinitionVersion<Term>[] stack) =>
        Enumerable.Range(1, Owners.Length).Select(owners => stack[..(owners * 2)]);

    private static string Describe(ResolvedDefinition<Term> resolved) =>
        string.Join('\n', [.. resolved.Parts.Cast<object>(), .. resolved.Versions, .. resolved.Changes.Select(change => change with { Fields = [] })])
            + string.Join('|', resolved.Changes.SelectMany(change => change.Fields));
}
