using ServicePlatform.Devices.Contracts;

namespace ServicePlatform.Playbooks.Steps;

/// <summary>What can be measured at all: a limit outside is a slip of the pen.</summary>
internal sealed record ReadingRange(string Unit, double Lowest, double Highest)
{
    public static ReadingRange Of(ReadingKind kind) => kind switch
    {
        ReadingKind.InletPressure => new("MPa", 0, 2),
        ReadingKind.TankPressure => new("MPa", 0, 1),
        ReadingKind.MainsVoltage => new("V", 0, 480),
        ReadingKind.TdsIn or ReadingKind.TdsOut => new("mg/L", 0, 10_000),
        ReadingKind.Hardness => new("mg/L", 0, 2_000),
        ReadingKind.ResidualChlorine => new("mg/L", 0, 10),
        ReadingKind.Flow => new("L/min", 0, 100),
        ReadingKind.Ph => new("", 0, 14),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A reading without a range."),
    };
}
