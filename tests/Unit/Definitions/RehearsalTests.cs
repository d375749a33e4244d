using ServicePlatform.Definitions;
using static ServicePlatform.UnitTests.Definitions.Layers;

namespace ServicePlatform.UnitTests.Definitions;

public class RehearsalTests
{
    private static DefinitionVersion<Term> Draft(DefinitionVersion<Term> version) =>
        version with { State = DefinitionState.Draft, EffectiveFrom = null };

    private static Rehearsal Rehearse(DefinitionVersion<Term> draft, params DefinitionVersion<Term>[] others) =>
        DefinitionRehearsal.Rehearse(others, Draft(draft), Question.At);

    [Fact]
    public void A_draft_that_weakens_is_refused_with_the_layer_that_stands_against_it()
    {
        var brand = Brand(PartChange.Add(new Term("a", IsMandatory: true, Limit: 5)));
        var refusal = Rehearse(Dealer(PartChange.Replace(new Term("a", IsMandatory: true, Limit: 6))), brand).Refused.Single();
        refusal.Outcome.ShouldBe(PartOutcome.MayNotWeaken);
        refusal.Because.ShouldBe(brand.Source);
    }

    [Fact]
    public void A_general_draft_is_tried_on_the_layers_of_single_models_too()
    {
        var forModel = Brand(PartChange.Add(new Term("a", IsMandatory: true))) with { Scope = new("purifier", ModelX) };
        Rehearse(Dealer(PartChange.Add(new Term("a"))), forModel).Refused.Single().Outcome.ShouldBe(PartOutcome.CodeTaken);
    }

    [Fact]
    public void Layers_that_can_never_meet_do_not_refuse_each_other()
    {
        var other = Layer(DefinitionOwner.Brand(BrandB), PartChange.Add(new Term("a", IsMandatory: true)));
        var dealer = Layer(DefinitionOwner.Dealer("/hq/north/d2/"), PartChange.Add(new Term("a", IsMandatory: true)));
        Rehearse(Brand(PartChange.Add(new Term("a"))), other).Refused.ShouldBeEmpty();
        Rehearse(Dealer(PartChange.Add(new Term("a"))), dealer).Refused.ShouldBeEmpty();
    }

    [Fact]
    public void What_lower_layers_would_lose_is_listed()
    {
        var brand = Brand(PartChange.Add(new Term("a")), PartChange.Add(new Term("b")));
        var dealer = Dealer(PartChange.Add(new Term("x"), after: "a"), PartChange.Replace(new Term("b", Limit: 200)));
        var next = brand with { Number = 2, Changes = [PartChange.Add(new Term("b", IsMandatory: true, Limit: 150))] };
        var rehearsal = Rehearse(next, brand, dealer);
        rehearsal.Refused.ShouldBeEmpty();
        rehearsal.Lost.Select(trace => (trace.Code, trace.Outcome)).ShouldBe([("x", PartOutcome.AddedAtEnd), ("b", PartOutcome.MayNotWeaken)]);
    }

    [Fact]
    public void A_new_version_is_not_tried_against_its_own_predecessor()
    {
        var brand = Brand(PartChange.Add(new Term("a", IsMandatory: true)));
        Rehearse(brand with { Number = 2, Changes = [PartChange.Add(new Term("a"))] }, brand).Refused.ShouldBeEmpty();
    }
}
