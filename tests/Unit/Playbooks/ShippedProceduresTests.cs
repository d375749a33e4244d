using System.Text.Json;
using ServicePlatform.Definitions;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Publishing;
using ServicePlatform.Playbooks.Recipes;
using ServicePlatform.Playbooks.Steps;
using ServicePlatform.Recipes;
using static ServicePlatform.UnitTests.Playbooks.Sample;

namespace ServicePlatform.UnitTests.Playbooks;

/// <summary>The procedures that the demo brings along are what the trade says of them, and pass the checks of publishing.</summary>
public class ShippedProceduresTests
{
    private static readonly ProcedureFile File = Read();

    private static ProcedureFile Read()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!folder.GetFiles("global.json").Any())
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The repository is not above the tests.");
        }

        using var content = System.IO.File.OpenRead(Path.Combine(folder.FullName, "src/Plugins/Demo/Material/procedures.json"));
        return JsonSerializer.Deserialize<ProcedureFile>(content, RecipeStepContext.Json)!;
    }

    private static ProcedureEntry Entry(string code) => File.Procedures.Single(entry => entry.Code == code);

    private static DefinitionVersion<StepContent> Version(ProcedureEntry entry) =>
        Layer(DefinitionOwner.Brand(Brand), [.. entry.Steps.Select(step => step.ToChange())]);

    public static TheoryData<string> Codes => [.. File.Procedures.Select(entry => entry.Code)];

    [Theory]
    [InlineData("purifier-install", 13)]
    [InlineData("purifier-repair", 16)]
    [Trait("capability", "A065")]
    [Trait("capability", "A066")]
    public void Installation_has_13_steps_and_repair_16_in_all_six_sections(string code, int count)
    {
        var parts = DefinitionResolver.Resolve([Version(Entry(code))], Question).Parts;
        parts.Count.ShouldBe(count);
        parts.Select(part => part.Part.Section).Distinct().ShouldBe(Enum.GetValues<ProcedureSection>());
        parts.Select(part => part.Part.Code).ShouldBe(Entry(code).Steps.Select(step => step.Code));
    }

    [Fact]
    public void A_filter_change_asks_which_filters_flushes_them_and_is_signed()
    {
        Entry("purifier-filter-change").JobTypes.ShouldBe(["filter-change"]);
        Entry("purifier-filter-change").Steps.Select(step => step.Kind).ShouldBeSubsetOf(Enum.GetValues<StepKind>());
        Entry("purifier-filter-change").Steps.Count(step => step.Kind is StepKind.FilterChange or StepKind.Flush or StepKind.Signature).ShouldBe(3);
    }

    [Fact]
    [Trait("capability", "A005")]
    public void Pressure_and_voltage_are_measured_before_installation_begins()
    {
        var before = Entry("purifier-install").Steps.TakeWhile(step => step.Section == ProcedureSection.Workplace).ToList();
        foreach (var kind in new[] { ReadingKind.InletPressure, ReadingKind.MainsVoltage })
        {
            var step = before.Single(step => step.Reading == kind);
            step.IsMandatory.ShouldBeTrue();
            step.Minimum.ShouldNotBeNull();
            step.Maximum.ShouldNotBeNull();
            step.Remedy.ShouldNotBeNull();
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Each_passes_the_checks_of_publishing(string code)
    {
        var draft = Version(Entry(code));
        PublishChecks.Check(draft, Entry(code).Title, [], DefinitionRehearsal.Rehearse([], draft, Now), Now, _ => "")
            .Select(failure => $"{failure.Field}: {failure.Code}").ShouldBeEmpty();
    }

    [Fact]
    [Trait("capability", "B14")]
    public void A_dealer_adds_two_steps_to_the_brands_13_before_the_signature()
    {
        var entry = File.DealerLayers.First(layer => layer.Procedure == "purifier-install");
        var brand = Version(Entry("purifier-install"));
        var dealer = Layer(Dealer, [.. entry.Steps.Select(step => step.ToChange())]);
        PublishChecks.Check(dealer, null, [brand], DefinitionRehearsal.Rehearse([brand], dealer, Now), Now, _ => "").ShouldBeEmpty();
        var resolved = DefinitionResolver.Resolve([dealer, brand], Question);
        resolved.Parts.Count.ShouldBe(15);
        resolved.Parts.Count(part => part.AddedBy == dealer.Source).ShouldBe(2);
        resolved.Parts[^1].Part.Kind.ShouldBe(StepKind.Signature);
        resolved.Changes.ShouldAllBe(change => change.Outcome == PartOutcome.Added);
    }

    [Fact]
    public void A_step_written_once_reads_the_same_after_it_was_stored()
    {
        foreach (var change in File.Procedures.SelectMany(entry => entry.Steps).Select(step => step.ToChange()))
        {
            StepChange.Of(Guid.Empty, 1, change).ToChange().ShouldBe(change);
        }
    }
}
