using ServicePlatform.Devices.Contracts;

namespace ServicePlatform.Devices.Filters;

/// <summary>
/// How the water shortens a filter's life. Membranes follow hardness; sediment would follow turbidity and carbon chlorine,
/// which nobody measures yet, so that they count 1.0.
/// </summary>
internal static class WaterFactor
{
    public const double Neutral = 1.0;

    private static readonly (double UpTo, double Factor)[] HardnessSteps = [(150, Neutral), (300, 0.85), (450, 0.7), (double.PositiveInfinity, 0.55)];

    /// <param name="hardness">mg/L as CaCO3, or null where there is no reading.</param>
    public static double Of(FilterKind kind, double? hardness) =>
        hardness is { } value && kind is FilterKind.ReverseOsmosis or FilterKind.Nanofiltration
            ? HardnessSteps.First(step => value <= step.UpTo).Factor
            : Neutral;
}
