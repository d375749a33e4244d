using ServicePlatform.Definitions;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Playbooks.Steps;

namespace ServicePlatform.Playbooks.Resolving;

internal enum FitNote
{
    /// <summary>As written.</summary>
    None,

    /// <summary>The model's own limits are narrower.</summary>
    LimitsOfModel,

    /// <summary>The model wants a longer flush.</summary>
    MinutesOfModel,

    /// <summary>Left out: the model has no filter at this position.</summary>
    NoSuchPosition,

    /// <summary>Nobody wrote it: the procedure flushes stage by stage, and the model has this one too.</summary>
    StageOfModel,
}

/// <summary>A step as it is for one model.</summary>
internal sealed record FittedStep(StepContent Content, ResolvedPart<StepContent> Resolved, FitNote Note);

/// <summary>
/// Fits general steps to the model at hand: its filter positions, its flushing times, its limits of pressure and voltage, and what the
/// water behind a membrane may hold.
/// Facts of the machine are no layer; they narrow what a procedure asks, and never loosen it.
/// </summary>
internal static class ModelFit
{
    /// <summary>Dissolved solids in mg/L above which the water of a reverse-osmosis machine is a finding, whatever enters it.</summary>
    public const double MostBehindMembrane = 100;

    /// <param name="model">Null for an unknown model: every step stays as it is.</param>
    /// <param name="title">Names the flush of a stage that the model has and no step flushes; without it such stages are not added.</param>
    public static IReadOnlyList<FittedStep> Fit(
        IEnumerable<ResolvedPart<StepContent>> parts, ModelSummary? model, Func<FilterPosition, LocalText>? title = null)
    {
        List<FittedStep> steps = [.. parts.Select(part => model is null ? new FittedStep(part.Part, part, FitNote.None) : Fit(part, model))];
        if (model is not null && title is not null)
        {
            foreach (var filter in NotFlushed(steps, model).OrderBy(filter => filter.Position))
            {
                AddStage(steps, filter, title(filter));
            }
        }

        return steps;
    }

    /// <summary>Positions of the model that no step flushes.</summary>
    public static IReadOnlyList<FilterPosition> NotFlushed(IReadOnlyCollection<FittedStep> steps, ModelSummary model) =>
        steps.Any(step => step.Content is { Kind: StepKind.Flush, FlushPosition: null }) || steps.All(step => step.Content.Kind != StepKind.Flush)
            ? []
            : [.. model.Filters.Where(filter => !steps.Any(step => step.Content.Kind == StepKind.Flush && step.Content.FlushPosition == filter.Position))];

    /// <summary>Puts the flush of a stage behind that of the one before it, mandatory where that one is.</summary>
    private static void AddStage(List<FittedStep> steps, FilterPosition filter, LocalText title)
    {
        var before = steps.FindLastIndex(step => step.Content.Kind == StepKind.Flush && step.Content.FlushPosition < filter.Position);
        var place = before >= 0 ? before : steps.FindIndex(step => step.Content.Kind == StepKind.Flush);
        var neighbour = steps[place];
        var code = $"{neighbour.Content.Code}-s{filter.Position}";
        var content = neighbour.Content with
        {
            Code = code,
            Title = title,
            Instruction = null,
            FlushPosition = filter.Position,
            MinimumMinutes = filter.FlushMinutes > 0 ? filter.FlushMinutes : neighbour.Content.MinimumMinutes,
        };
        steps.Insert(before >= 0 ? place + 1 : place, new FittedStep(content, neighbour.Resolved, FitNote.StageOfModel));
    }

    private static FittedStep Fit(ResolvedPart<StepContent> part, ModelSummary model)
    {
        var step = part.Part;
        if (step is { Kind: StepKind.Flush or StepKind.FilterChange, FlushPosition: { } position } && model.Filters.Count > 0)
        {
            return model.Filters.FirstOrDefault(filter => filter.Position == position) is not { } filter
                ? new(step, part, FitNote.NoSuchPosition)
                : step.Kind == StepKind.Flush && filter.FlushMinutes > step.MinimumMinutes
                    ? new(step with { MinimumMinutes = filter.FlushMinutes }, part, FitNote.MinutesOfModel)
                    : new(step, part, FitNote.None);
        }

        return step.Reading switch
        {
            ReadingKind.InletPressure => FitLimits(part, model.PressureMinimum, model.PressureMaximum),
            ReadingKind.TdsOut when model.Filters.Any(filter => filter.Kind == FilterKind.ReverseOsmosis) => FitLimits(part, null, MostBehindMembrane),
            ReadingKind.MainsVoltage => FitLimits(part, model.VoltageMinimum, model.VoltageMaximum),
            _ => new(step, part, FitNote.None),
        };
    }

    private static FittedStep FitLimits(ResolvedPart<StepContent> part, double? lowest, double? highest)
    {
        var step = part.Part;
        var minimum = Narrower(step.Minimum, lowest, Math.Max);
        var maximum = Narrower(step.Maximum, highest, Math.Min);
        if (minimum > maximum)
        {
            // Nothing lies within both; what the maker says of his machine stands.
            (minimum, maximum) = (lowest, highest);
        }

        return minimum.Equals(step.Minimum) && maximum.Equals(step.Maximum)
            ? new(step, part, FitNote.None)
            : new(step with { Minimum = minimum, Maximum = maximum }, part, FitNote.LimitsOfModel);
    }

    private static double? Narrower(double? one, double? other, Func<double, double, double> choose) =>
        one is { } first && other is { } second ? choose(first, second) : one ?? other;
}
