using ServicePlatform.Definitions;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Publishing;
using ServicePlatform.Playbooks.Steps;
using static ServicePlatform.UnitTests.Playbooks.Sample;

namespace ServicePlatform.UnitTests.Playbooks;

[Trait("capability", "B14")]
public class PublishChecksTests
{
    private static readonly LocalText Title = new("安装", "Installation");

    private static (string Field, string Code)[] Check(
        DefinitionVersion<StepContent> draft, LocalText? title, params DefinitionVersion<StepContent>[] others) =>
        [.. PublishChecks
            .Check(draft, title, others, DefinitionRehearsal.Rehearse(others, draft, Now), Now, owner => owner.Layer.ToString())
            .Select(failure => (failure.Field, failure.Code))];

    [Fact]
    public void A_brands_sound_procedure_and_a_dealers_two_steps_pass()
    {
        var brand = BrandLayer(Pressure(), Flush(1), Flush(2));
        Check(brand with { State = DefinitionState.Draft }, Title).ShouldBeEmpty();
        Check(Draft(Dealer, PartChange.Add(Tick("x")), PartChange.Add(Tick("y"), "x")), null, brand).ShouldBeEmpty();
    }

    [Fact]
    public void A_dealer_can_neither_remove_nor_replace_even_what_is_not_mandatory()
    {
        var brand = BrandLayer(Tick("a"), Tick("b", mandatory: true));
        Check(Draft(Dealer, PartChange.Remove<StepContent>("a"), PartChange.Remove<StepContent>("b")), null, brand).ShouldBe([
            ("Steps[a]", "playbooks.dealer-only-adds"), ("Steps[b]", "playbooks.dealer-only-adds"), ("Steps[b]", "playbooks.may-not-remove")]);
    }

    [Fact]
    public void A_region_may_not_loosen_a_mandatory_reading_and_the_field_is_named() =>
        Check(Draft(DefinitionOwner.Region("/hq/north/"), PartChange.Replace(Pressure(0.05, 0.4))), null, BrandLayer(Pressure()))
            .ShouldBe([("Steps[inlet-pressure].Minimum", "playbooks.may-not-weaken")]);

    [Fact]
    [Trait("capability", "A007")]
    public void A_dealers_flush_in_the_wrong_place_is_refused() =>
        Check(Draft(Dealer, PartChange.Add(Flush(3), PartChange.SectionStart)), null, BrandLayer(Flush(1), Flush(2)))
            .ShouldBe([("Steps[flush-1].FlushPosition", "playbooks.flush-order")]);

    [Fact]
    public void A_brand_names_its_procedure_in_both_languages()
    {
        var brand = BrandLayer(Tick("a"));
        Check(brand, null).Select(failure => failure.Field).ShouldBe(["TitleZh", "TitleEn"]);
        Check(brand, new LocalText("安装", null)).Select(failure => failure.Field).ShouldBe(["TitleEn"]);
        Check(brand, null, Layer(DefinitionOwner.Platform, PartChange.Add(Tick("p")))).ShouldBeEmpty();
    }

    [Fact]
    public void An_empty_draft_a_taken_code_and_a_slip_in_a_step_are_refused()
    {
        Check(Draft(Dealer), null, BrandLayer(Tick("a"))).ShouldBe([("Steps", "playbooks.nothing-to-publish")]);
        Check(Draft(Dealer, PartChange.Add(Tick("a"))), null, BrandLayer(Tick("a"))).ShouldBe([("Steps[a]", "playbooks.code-taken")]);
        Check(Draft(Dealer, PartChange.Add(Pressure(0.4, 0.1))), null, BrandLayer(Tick("a"))).ShouldBe([("Steps[inlet-pressure].Maximum", "playbooks.limits-crossed")]);
    }
}
