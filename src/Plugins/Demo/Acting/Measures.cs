using System.Globalization;
using ServicePlatform.Demo.Planning;
using ServicePlatform.Demo.Raw;
using ServicePlatform.Devices.Contracts;

namespace ServicePlatform.Demo.Acting;

/// <summary>What the instruments show at a visit; the words of finding and conclusion say the same figures.</summary>
internal sealed class Measures
{
    private readonly JobPlan _job;

    public Measures(Scene scene, JobPlan job, DateTime at)
    {
        _job = job;
        var dice = scene.Dice;
        TdsIn = job.Customer.Place.TdsBefore(scene.Time.DaysAgo(at)) + dice.Between(-3, 3);
        TdsOut = Behind(job.Fault.RejectionBefore ?? job.Fault.RejectionAfter ?? Usual);
        TdsOutAfter = Behind(job.Fault.RejectionAfter ?? job.Fault.RejectionBefore ?? Usual);
        Pressure = job.Fault is { JobType: "install", Pressure: < 0.4 } or { Pressure: null } ? Math.Round(dice.Between(0.18, 0.33), 2) : job.Fault.Pressure!.Value;
        Voltage = dice.Between(217, 233);
    }

    public int TdsIn { get; }

    /// <summary>Before anything is changed.</summary>
    public int TdsOut { get; }

    public int TdsOutAfter { get; }

    /// <summary>MPa.</summary>
    public double Pressure { get; }

    public int Voltage { get; }

    public double Of(ReadingKind kind) => kind switch
    {
        ReadingKind.InletPressure => Pressure,
        ReadingKind.MainsVoltage => Voltage,
        ReadingKind.TdsIn => TdsIn,
        ReadingKind.TdsOut => TdsOutAfter,
        _ => 0,
    };

    /// <summary>What is done about a pressure outside the limits of machines, or null.</summary>
    public LocalText? Remedy(ReadingKind kind, Phrases phrases) => (kind, Pressure) switch
    {
        (ReadingKind.InletPressure, > 0.4) => phrases.HighPressure,
        (ReadingKind.InletPressure, < 0.1) => phrases.LowPressure,
        _ => null,
    };

    public string Fill(string text) => text
        .Replace("{tdsIn}", TdsIn.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{tdsOut}", TdsOut.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{tdsOutAfter}", TdsOutAfter.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{part}", _job.Fault.Part ?? "", StringComparison.Ordinal);

    /// <summary>What a machine holds back of which the texts say nothing.</summary>
    private double Usual => _job.Machine?.Model?.Filters.Any(filter => filter.Kind == FilterKind.ReverseOsmosis) == true ? 94 : 0;

    private int Behind(double rejectionPercent) => (int)Math.Round(TdsIn * (100 - rejectionPercent) / 100, MidpointRounding.AwayFromZero);
}
