using ServicePlatform.Definitions;
using static ServicePlatform.UnitTests.Definitions.Layers;

namespace ServicePlatform.UnitTests.Definitions;

public class WhichVersionHoldsTests
{
    private static readonly DefinitionVersion<Term> One = Platform(new Term("a"));

    private static VersionOutcome OutcomeOf(DefinitionVersion<Term> version, DefinitionQuestion? question = null) =>
        DefinitionResolver.Resolve([version], question ?? Question).Versions.Single().Outcome;

    [Fact]
    public void A_draft_holds_nowhere() =>
        OutcomeOf(One with { State = DefinitionState.Draft }).ShouldBe(VersionOutcome.Draft);

    [Fact]
    public void The_first_instant_counts_and_the_last_does_not()
    {
        var window = One with { EffectiveFrom = January, EffectiveUntil = January.AddDays(10) };
        OutcomeOf(window, Question with { At = January.AddTicks(-1) }).ShouldBe(VersionOutcome.NotYetInForce);
        OutcomeOf(window, Question with { At = January }).ShouldBe(VersionOutcome.Used);
        OutcomeOf(window, Question with { At = January.AddDays(10).AddTicks(-1) }).ShouldBe(VersionOutcome.Used);
        OutcomeOf(window, Question with { At = January.AddDays(10) }).ShouldBe(VersionOutcome.NoLongerInForce);
    }

    [Fact]
    public void A_retired_version_still_answers_for_its_time() =>
        OutcomeOf(One with { State = DefinitionState.Retired, EffectiveUntil = Question.At.AddDays(1) }).ShouldBe(VersionOutcome.Used);

    [Fact]
    public void The_newest_version_in_force_wins_and_the_trace_names_it()
    {
        var two = One with { Number = 2, Changes = [PartChange.Add(new Term("b"))] };
        var three = One with { Number = 3, EffectiveFrom = Question.At.AddDays(1) };
        var resolved = DefinitionResolver.Resolve([One, three, two], Question);
        resolved.Codes().ShouldBe(["b"]);
        resolved.Versions.Select(trace => (trace.Source.Version, trace.Outcome)).ShouldBe([
            (2, VersionOutcome.Used), (3, VersionOutcome.NotYetInForce), (1, VersionOutcome.ReplacedByNewerVersion)]);
        resolved.Versions[2].Because.ShouldBe(two.Source);
    }

    [Fact]
    public void Another_brand_dealer_category_model_or_serial_does_not_hold()
    {
        OutcomeOf(One with { Owner = DefinitionOwner.Brand(BrandB) }).ShouldBe(VersionOutcome.OtherPrincipal);
        OutcomeOf(One with { Owner = DefinitionOwner.Dealer("/hq/north/d1/", BrandB) }).ShouldBe(VersionOutcome.OtherPrincipal);
        OutcomeOf(One with { Owner = DefinitionOwner.Dealer("/hq/north/d2/") }).ShouldBe(VersionOutcome.OtherOrganisation);
        OutcomeOf(One with { Owner = DefinitionOwner.Dealer("/hq/north/d1/o1/x/") }).ShouldBe(VersionOutcome.OtherOrganisation);
        OutcomeOf(One with { Scope = new("robot") }).ShouldBe(VersionOutcome.OtherCategory);
        OutcomeOf(One with { Scope = new("purifier", Guid.NewGuid()) }).ShouldBe(VersionOutcome.OtherModel);
        OutcomeOf(One with { Scope = new(Serials: new("KX00501", "KX00999")) }).ShouldBe(VersionOutcome.OtherSerial);
    }

    [Fact]
    public void A_dealer_whose_code_begins_alike_is_another_dealer() =>
        OutcomeOf(One with { Owner = DefinitionOwner.Dealer("/hq/north/d1/") }, Question with { OrganisationPath = "/hq/north/d10/" })
            .ShouldBe(VersionOutcome.OtherOrganisation);

    [Fact]
    public void An_unknown_model_or_serial_gets_the_general_layers_only()
    {
        var unknown = Question with { ModelId = null, Serial = null };
        OutcomeOf(One with { Scope = new("purifier") }, unknown).ShouldBe(VersionOutcome.Used);
        OutcomeOf(One with { Scope = new("purifier", ModelX) }, unknown).ShouldBe(VersionOutcome.OtherModel);
        OutcomeOf(One with { Scope = new(Serials: new("KX00000", "KX00999")) }, unknown).ShouldBe(VersionOutcome.OtherSerial);
    }

    [Theory]
    [InlineData("KX00500", "KX00999", true)]
    [InlineData("kx00500", "kx00500", true)]
    [InlineData("KX00501", "KX00999", false)]
    [InlineData("KX0", "KX9", false)]
    [InlineData("KX00999", "KX00000", false)]
    public void A_serial_range_has_both_ends_and_one_length(string first, string last, bool holds) =>
        new SerialRange(first, last).Contains("KX00500").ShouldBe(holds);

    [Fact]
    public void The_same_version_twice_is_a_mistake_of_the_caller() =>
        Should.Throw<ArgumentException>(() => DefinitionResolver.Resolve([One, One], Question));
}
