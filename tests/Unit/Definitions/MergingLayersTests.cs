using ServicePlatform.Definitions;
using static ServicePlatform.UnitTests.Definitions.Layers;

namespace ServicePlatform.UnitTests.Definitions;

[Trait("capability", "B14")]
public class MergingLayersTests
{
    private static ResolvedDefinition<Term> Resolve(params DefinitionVersion<Term>[] versions) => DefinitionResolver.Resolve(versions, Question);

    [Fact]
    public void A_lower_layer_adds_after_a_named_part_or_at_the_end_of_a_section()
    {
        var resolved = Resolve(
            Platform(new Term("a", 1), new Term("b", 1), new Term("c", 2)),
            Dealer(PartChange.Add(new Term("d", 1), after: "a"), PartChange.Add(new Term("e", 1)), PartChange.Add(new Term("f", 1), after: "a"), PartChange.Add(new Term("g", 1), after: "d")));
        resolved.Codes().ShouldBe(["a", "d", "g", "f", "b", "e", "c"]);
    }

    [Fact]
    public void Two_layers_that_add_after_the_same_part_do_not_mix()
    {
        var resolved = Resolve(
            Platform(new Term("a"), new Term("b")),
            Brand(PartChange.Add(new Term("x"), after: "a"), PartChange.Add(new Term("y"), after: "a")),
            Dealer(PartChange.Add(new Term("p"), after: "a"), PartChange.Add(new Term("q"), after: "a")));
        resolved.Codes().ShouldBe(["a", "p", "q", "x", "y", "b"]);
    }

    [Fact]
    public void A_part_can_open_its_section_and_does_so_after_the_last_of_an_earlier_one()
    {
        var resolved = Resolve(
            Platform(new Term("a", 1), new Term("b", 1), new Term("c", 2)),
            Dealer(
                PartChange.Add(new Term("x", 1), PartChange.SectionStart),
                PartChange.Add(new Term("y", 1), PartChange.SectionStart),
                PartChange.Add(new Term("z", 1), after: "x"),
                PartChange.Add(new Term("p", 2), after: "b")));
        resolved.Codes().ShouldBe(["x", "z", "y", "a", "b", "p", "c"]);
        resolved.Changes.ShouldAllBe(trace => trace.Outcome == PartOutcome.Added);
    }

    [Fact]
    public void Without_its_predecessor_a_part_goes_to_the_end_of_its_section_and_the_trace_says_so()
    {
        var dealer = Dealer(PartChange.Add(new Term("x", 1), after: "gone"), PartChange.Add(new Term("y", 1), after: "c"), PartChange.Add(new Term("z", 1), after: "z"));
        var resolved = Resolve(Platform(new Term("a", 1), new Term("c", 2)), dealer);
        resolved.Codes().ShouldBe(["a", "x", "y", "z", "c"]);
        resolved.Changes.Where(trace => trace.Outcome == PartOutcome.AddedAtEnd).Select(trace => trace.Code).ShouldBe(["x", "y", "z"]);
    }

    [Fact]
    public void A_lower_layer_overrides_and_removes_what_is_not_mandatory()
    {
        var brand = Brand(PartChange.Replace(new Term("a", Limit: 500)), PartChange.Remove<Term>("b"));
        var platform = Platform(new Term("a", Limit: 10), new Term("b"), new Term("c"));
        var resolved = Resolve(platform, brand);
        resolved.Codes().ShouldBe(["a", "c"]);
        resolved.Parts[0].Part.Limit.ShouldBe(500);
        resolved.Parts[0].AddedBy.ShouldBe(platform.Source);
        resolved.Parts[0].SaidBy.ShouldBe(brand.Source);
    }

    [Fact]
    public void A_mandatory_part_may_be_tightened_but_not_weakened_freed_moved_or_removed()
    {
        var platform = Platform(new Term("a", 1, IsMandatory: true, Limit: 10));
        PartTrace Try(PartChange<Term> change) => Resolve(platform, Brand(change)).Changes[^1];
        Try(PartChange.Replace(new Term("a", 1, true, 5))).Outcome.ShouldBe(PartOutcome.Replaced);
        Try(PartChange.Replace(new Term("a", 1, true, 11))).ShouldSatisfyAllConditions(
            trace => trace.Outcome.ShouldBe(PartOutcome.MayNotWeaken),
            trace => trace.Fields.ShouldBe(["Limit"]),
            trace => trace.Because.ShouldBe(platform.Source));
        Try(PartChange.Replace(new Term("a", 1, false, 10))).Fields.ShouldBe(["IsMandatory"]);
        Try(PartChange.Replace(new Term("a", 2, true, 10))).Outcome.ShouldBe(PartOutcome.MayNotMove);
        Try(PartChange.Remove<Term>("a")).Outcome.ShouldBe(PartOutcome.MayNotRemove);
    }

    [Fact]
    public void What_a_middle_layer_tightens_binds_those_below_it()
    {
        var resolved = Resolve(
            Platform(new Term("a", IsMandatory: true, Limit: 10)),
            Brand(PartChange.Replace(new Term("a", IsMandatory: true, Limit: 5))),
            Dealer(PartChange.Replace(new Term("a", IsMandatory: true, Limit: 8))));
        resolved.Parts.Single().Part.Limit.ShouldBe(5);
    }

    [Fact]
    public void A_brand_may_free_one_model_of_its_own_rule_but_not_of_the_platforms()
    {
        var general = Brand(PartChange.Add(new Term("own", IsMandatory: true)), PartChange.Replace(new Term("a", IsMandatory: true, Limit: 5)));
        var forModel = Brand(PartChange.Remove<Term>("own"), PartChange.Replace(new Term("a", IsMandatory: true, Limit: 9)), PartChange.Replace(new Term("a", IsMandatory: true, Limit: 11)))
            with { Scope = new("purifier", ModelX) };
        var resolved = Resolve(forModel, general, Platform(new Term("a", IsMandatory: true, Limit: 10)));
        resolved.Codes().ShouldBe(["a"]);
        resolved.Parts[0].Part.Limit.ShouldBe(9);
        resolved.Changes.Count(trace => trace.Outcome == PartOutcome.MayNotWeaken).ShouldBe(1);
    }

    [Fact]
    public void Layers_run_from_platform_over_brand_and_regions_to_dealer_and_outlet()
    {
        DefinitionVersion<Term>[] versions =
        [
            Layer(DefinitionOwner.Dealer("/hq/north/d1/o1/"), PartChange.Replace(new Term("a", Limit: 6))),
            Layer(DefinitionOwner.Dealer("/hq/north/d1/"), PartChange.Replace(new Term("a", Limit: 5))),
            Layer(DefinitionOwner.Region("/hq/north/"), PartChange.Replace(new Term("a", Limit: 4))),
            Layer(DefinitionOwner.Region("/hq/"), PartChange.Replace(new Term("a", Limit: 3))),
            Brand(PartChange.Replace(new Term("a", Limit: 2))),
            Platform(new Term("a", Limit: 1)),
        ];
        for (var taken = versions.Length; taken > 0; taken--)
        {
            Resolve(versions[^taken..]).Parts.Single().Part.Limit.ShouldBe(taken);
        }
    }

    [Fact]
    public void A_code_that_is_taken_and_a_part_that_is_not_there_are_traced_and_ignored()
    {
        var platform = Platform(new Term("a"));
        var resolved = Resolve(platform, Brand(PartChange.Add(new Term("a", 3)), PartChange.Remove<Term>("x"), PartChange.Replace(new Term("y"))));
        resolved.Codes().ShouldBe(["a"]);
        resolved.Changes.Skip(1).Select(trace => trace.Outcome).ShouldBe([PartOutcome.CodeTaken, PartOutcome.NoSuchPart, PartOutcome.NoSuchPart]);
        resolved.Changes[1].Because.ShouldBe(platform.Source);
    }
}
