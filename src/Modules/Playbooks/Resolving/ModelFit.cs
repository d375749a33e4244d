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
    public static IReadOnlyList<FittedStep> Fit(IEnumerable<ResolvedPart<StepContent>> parts, ModelSummary? model) =>
        [.. parts.Select(part => model is null ? new FittedStep(part.Part, part, FitNote.None) : Fit(part, model))];

    /// <summary>Positions of the model that no step flushes.</summary>
    public static IReadOnlyList<FilterPosition> NotFlushed(IReadOnlyCollection<FittedStep> steps, ModelSummary model) =>
        steps.Any(step => step.Content is { Kind: StepKind.Flush, FlushPosition: null }) || steps.All(step => step.Content.Kind != StepKind.Flush)
            ? []
            : [.. model.Filters.Where(filter => steps.All(step => step.Content.FlushPosition != filter.Position))];

    private static FittedStep Fit(ResolvedPart<StepContent> part, ModelSummary model)
    {
        var step = part.Part;
        if (step is { Kind: StepKind.Flush, FlushPosition: { } position } && model.Filters.Count > 0)
        {
            return model.Filters.FirstOrDefault(filter => filter.Position == position) is not { } filter
                ? new(step, part, FitNote.NoSuchPosition)
                : filter.FlushMinutes > step.MinimumMinutes
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
