using ServicePlatform.Definitions;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Editing;
using ServicePlatform.Playbooks.Steps;
using static ServicePlatform.UnitTests.Playbooks.Sample;

namespace ServicePlatform.UnitTests.Playbooks;

[Trait("capability", "B14")]
public class DraftSheetTests
{
    private static readonly DefinitionVersion<StepContent> Brand3 =
        BrandLayer(Tick("a"), Tick("b", mandatory: true), Tick("c"), Tick("end", ProcedureSection.Finishing));

    private static DraftSheet Sheet(DefinitionVersion<StepContent> draft) => new([Brand3], draft, Question);

    private static DefinitionVersion<StepContent> With(DefinitionVersion<StepContent> draft, IReadOnlyList<PartChange<StepContent>> changes) =>
        draft with { Changes = changes };

    private static string Codes(DefinitionVersion<StepContent> draft) => string.Join(' ', Sheet(draft).Rows.Select(row => row.Content.Code));

    [Fact]
    public void A_dealers_step_stands_after_the_one_it_was_added_to_and_moves_among_the_others()
    {
        var draft = Draft(Dealer);
        draft = With(draft, Sheet(draft).Put(Tick("x"), after: "a"));
        Codes(draft).ShouldBe("a x b c end");
        draft = With(draft, Sheet(draft).Move("x", up: false));
        Codes(draft).ShouldBe("a b x c end");
        draft = With(draft, Sheet(draft).Put(Tick("y"), after: "x"));
        Codes(draft).ShouldBe("a b x y c end");
        draft = With(draft, Sheet(draft).Move("y", up: true));
        Codes(draft).ShouldBe("a b y x c end");
        draft = With(draft, Sheet(draft).Put(Tick("first"), PartChange.SectionStart));
        Codes(draft).ShouldBe("first a b y x c end");
        draft = With(draft, Sheet(draft).Remove("y"));
        Codes(draft).ShouldBe("first a b x c end");
    }

    [Fact]
    public void A_step_moves_to_the_edge_of_its_section_and_no_further()
    {
        var draft = Draft(Dealer);
        draft = With(draft, Sheet(draft).Put(Tick("x"), after: null));
        Codes(draft).ShouldBe("a b c x end");
        Sheet(draft).Find("x")!.CanSink.ShouldBeFalse();
        for (var times = 0; times < 5; times++)
        {
            draft = With(draft, Sheet(draft).Move("x", up: true));
        }

        Codes(draft).ShouldBe("x a b c end");
        Sheet(draft).Find("x")!.CanRise.ShouldBeFalse();
    }

    [Fact]
    public void Steps_of_others_do_not_move()
    {
        Sheet(Draft(Dealer)).Rows.ShouldAllBe(row => !row.CanRise && !row.CanSink && !row.IsOwn);
        Sheet(Draft(Dealer)).Move("b", up: true).ShouldBeEmpty();
    }

    [Fact]
    public void An_edited_step_keeps_its_place_unless_its_section_changes()
    {
        var brand = Draft(DefinitionOwner.Brand(Brand), [.. Brand3.Changes]);
        var alone = new DraftSheet([], brand, Question);
        alone.Put(Tick("b") with { IsMandatory = true }, after: null).Select(change => change.Code).ShouldBe(["a", "b", "c", "end"]);
        alone.Put(Tick("a", ProcedureSection.Finishing), after: null).Select(change => change.Code).ShouldBe(["b", "c", "end", "a"]);
        alone.Put(Tick("new", ProcedureSection.Workplace), after: null).Select(change => change.Code).ShouldBe(["new", "a", "b", "c", "end"]);
        alone.Put(Tick("b"), after: null).ShouldAllBe(change => change.After == null);
    }

    [Fact]
    public void A_lower_layer_changes_leaves_out_and_restores_a_higher_ones_step()
    {
        var draft = Draft(DefinitionOwner.Region("/hq/north/"));
        draft = With(draft, Sheet(draft).Put(Tick("c") with { Instruction = new("慢", "Slowly") }, after: null));
        Sheet(draft).Find("c")!.IsChanged.ShouldBeTrue();
        draft = With(draft, Sheet(draft).Remove("a"));
        Codes(draft).ShouldBe("b c end");
        Sheet(draft).LeftOut.Single().Content.Code.ShouldBe("a");
        draft = With(draft, Sheet(draft).Restore("a"));
        draft = With(draft, Sheet(draft).Restore("c"));
        draft.Changes.ShouldBeEmpty();
    }

    [Fact]
    public void The_new_version_does_not_stand_upon_its_own_predecessor()
    {
        var published = Layer(Dealer, PartChange.Add(Tick("x"), "a"));
        var draft = published with { Number = 2, State = DefinitionState.Draft, EffectiveFrom = null, Changes = [PartChange.Add(Tick("y"), "a")] };
        new DraftSheet([Brand3, published], draft, Question).Rows.Select(row => row.Content.Code).ShouldBe(["a", "y", "b", "c", "end"]);
    }

    [Theory]
    [InlineData("Check the cupboard", "jingchao-check-the-cupboard")]
    [InlineData(null, "jingchao-step")]
    [InlineData("检查", "jingchao")]
    public void Codes_come_from_the_title_and_name_the_dealer(string? title, string code) =>
        StepCodes.New(title, Dealer, new HashSet<string>(StringComparer.Ordinal)).ShouldBe(code);

    [Fact]
    public void A_taken_code_is_counted_up() =>
        StepCodes.New("a", DefinitionOwner.Platform, new HashSet<string>(["a", "a-2"], StringComparer.Ordinal)).ShouldBe("a-3");
}
