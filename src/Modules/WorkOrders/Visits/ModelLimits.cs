using ServicePlatform.Devices.Contracts;
using ServicePlatform.Playbooks.Contracts;

namespace ServicePlatform.WorkOrders.Visits;

/// <summary>The limits of a reading by the procedure and by the model together: the narrower ones count.</summary>
internal static class ModelLimits
{
    public static double? Minimum(ResolvedStep step, ModelSummary? model) => (step.Minimum, Own(step, model).Minimum) switch
    {
        ({ } left, { } right) => Math.Max(left, right),
        var (left, right) => left ?? right,
    };

    public static double? Maximum(ResolvedStep step, ModelSummary? model) => (step.Maximum, Own(step, model).Maximum) switch
    {
        ({ } left, { } right) => Math.Min(left, right),
        var (left, right) => left ?? right,
    };

    private static (double? Minimum, double? Maximum) Own(ResolvedStep step, ModelSummary? model) => step.Reading switch
    {
        ReadingKind.InletPressure => (model?.PressureMinimum, model?.PressureMaximum),
        ReadingKind.MainsVoltage => (model?.VoltageMinimum, model?.VoltageMaximum),
        _ => (null, null),
    };
}
