using ServicePlatform.Definitions;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Resolving;
using ServicePlatform.Playbooks.Steps;
using static ServicePlatform.UnitTests.Playbooks.Sample;

namespace ServicePlatform.UnitTests.Playbooks;

[Trait("capability", "A006")]
public class ModelFitTests
{
    private static IReadOnlyList<FittedStep> Fit(ModelSummary? model, params StepContent[] steps) =>
        ModelFit.Fit(DefinitionResolver.Resolve([BrandLayer(steps)], Question).Parts, model);

    [Theory]
    [InlineData(0.15, 0.35, 0.15, 0.35)]
    [InlineData(0.05, 0.9, 0.1, 0.4)]
    [InlineData(0.2, null, 0.2, 0.4)]
    [InlineData(0.5, 0.8, 0.5, 0.8)]
    [Trait("capability", "A005")]
    public void The_limits_of_the_model_narrow_those_of_the_step(double? low, double? high, double? expectedLow, double? expectedHigh)
    {
        var step = Fit(Model(low, high), Pressure(0.1, 0.4)).Single();
        step.Content.Minimum.ShouldBe(expectedLow);
        step.Content.Maximum.ShouldBe(expectedHigh);
        step.Note.ShouldBe(step.Content == step.Resolved.Part ? FitNote.None : FitNote.LimitsOfModel);
    }

    [Fact]
    public void A_step_without_limits_takes_those_of_the_model() =>
        Fit(Model(0.1, 0.4), Pressure(null, null)).Single().Content.Maximum.ShouldBe(0.4);

    [Theory]
    [InlineData(FilterKind.ReverseOsmosis, 1000.0, 100.0)]
    [InlineData(FilterKind.ReverseOsmosis, 60.0, 60.0)]
    [InlineData(FilterKind.ReverseOsmosis, null, 100.0)]
    [InlineData(FilterKind.Ultrafiltration, 1000.0, 1000.0)]
    [Trait("capability", "A005")]
    public void Behind_a_membrane_little_may_be_left(FilterKind kind, double? written, double? expected)
    {
        var model = Model(null, null) with { Filters = [new FilterPosition(1, "P", "F", kind, 730, null, false, 15)] };
        var reading = Pressure(0, written) with { Reading = ReadingKind.TdsOut, Unit = "mg/L" };
        Fit(model, reading).Single().Content.Maximum.ShouldBe(expected);
    }

    [Fact]
    [Trait("capability", "A007")]
    public void Stages_that_the_model_lacks_are_left_out_and_its_flushing_times_count()
    {
        var steps = Fit(Model(null, null, (1, 8), (2, 3)), Flush(1), Flush(2), Flush(3), Flush(null, 5));
        steps.Select(step => step.Note).ShouldBe([FitNote.MinutesOfModel, FitNote.None, FitNote.NoSuchPosition, FitNote.None]);
        steps[0].Content.MinimumMinutes.ShouldBe(8);
        steps[1].Content.MinimumMinutes.ShouldBe(5);
    }

    [Fact]
    public void For_an_unknown_model_everything_stays() =>
        Fit(null, Flush(9), Pressure()).ShouldAllBe(step => step.Note == FitNote.None);

    [Fact]
    [Trait("capability", "A007")]
    public void Every_stage_of_the_model_is_flushed_in_order()
    {
        var model = Model(null, null, (1, 3), (2, 3), (3, 15), (4, 6));
        var parts = DefinitionResolver.Resolve([BrandLayer(Flush(1), Flush(3), Tick("a"))], Question).Parts;
        var steps = ModelFit.Fit(parts, model, filter => new LocalText("第" + filter.Position, "Stage"));
        steps.Select(step => step.Content.FlushPosition).ShouldBe([null, 1, 2, 3, 4]);
        steps.Select(step => step.Note).ShouldBe([FitNote.None, FitNote.None, FitNote.StageOfModel, FitNote.MinutesOfModel, FitNote.StageOfModel]);
        (steps[4].Content.Title.Zh, steps[4].Content.MinimumMinutes, steps[4].Content.IsMandatory).ShouldBe(("第4", 6, steps[3].Content.IsMandatory));
        steps.Select(step => step.Content.Code).Distinct(StringComparer.Ordinal).Count().ShouldBe(5);
    }

    [Fact]
    public void A_change_is_bound_to_a_stage_that_the_model_has()
    {
        var model = Model(null, null, (1, 3), (2, 3));
        var change = Tick("change-3") with { Kind = StepKind.FilterChange, FlushPosition = 3 };
        Fit(model, change).Single().Note.ShouldBe(FitNote.NoSuchPosition);
        Fit(model, change with { FlushPosition = 2 }).Single().Note.ShouldBe(FitNote.None);
        ModelFit.NotFlushed(Fit(model, Flush(1), change with { FlushPosition = 2 }), model).Single().Position.ShouldBe(2);
    }

    [Fact]
    public void Positions_that_nobody_flushes_are_known()
    {
        var model = Model(null, null, (1, 3), (2, 3), (3, 3));
        ModelFit.NotFlushed(Fit(model, Flush(1), Flush(2)), model).Select(filter => filter.Position).ShouldBe([3]);
        ModelFit.NotFlushed(Fit(model, Flush(null)), model).ShouldBeEmpty();
        ModelFit.NotFlushed(Fit(model, Tick("a")), model).ShouldBeEmpty();
    }
}
