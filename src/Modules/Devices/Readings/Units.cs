using ServicePlatform.Devices.Contracts;

namespace ServicePlatform.Devices.Readings;

/// <summary>What is plausible for each kind of reading; outside it is a slip of the pen, not a bad machine.</summary>
internal static class Units
{
    /// <summary>Empty for a pure number.</summary>
    public static string Of(ReadingKind kind) => kind switch
    {
        ReadingKind.InletPressure or ReadingKind.TankPressure => "MPa",
        ReadingKind.MainsVoltage => "V",
        ReadingKind.Flow => "L/min",
        ReadingKind.Ph => "",
        _ => "mg/L",
    };

    public static (double Minimum, double Maximum) Plausible(ReadingKind kind) => kind switch
    {
        ReadingKind.InletPressure or ReadingKind.TankPressure => (0, 2),
        ReadingKind.MainsVoltage => (0, 500),
        ReadingKind.TdsIn or ReadingKind.TdsOut => (0, 20_000),
        ReadingKind.Hardness => (0, 5_000),
        ReadingKind.ResidualChlorine => (0, 50),
        ReadingKind.Flow => (0, 200),
        ReadingKind.Ph => (0, 14),
        _ => (double.MinValue, double.MaxValue),
    };

    public static bool IsPlausible(ReadingInput reading)
    {
        var (minimum, maximum) = Plausible(reading.Kind);
        return double.IsFinite(reading.Value) && reading.Value >= minimum && reading.Value <= maximum;
    }
}
