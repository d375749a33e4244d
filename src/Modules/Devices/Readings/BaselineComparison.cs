using ServicePlatform.Devices.Contracts;

namespace ServicePlatform.Devices.Readings;

/// <summary>The acceptance value of one kind of reading, the last value after it, and how far it has moved.</summary>
/// <param name="Change">Latest minus baseline, in the unit of the kind; null where only one of them exists.</param>
/// <param name="ChangePercent">Of the baseline; null where that is zero or missing.</param>
internal sealed record BaselineComparison(ReadingKind Kind, Reading? Baseline, Reading? Latest, double? Change, double? ChangePercent)
{
    public static IReadOnlyList<BaselineComparison> Of(IEnumerable<Reading> readings) =>
        [.. readings.GroupBy(reading => reading.Kind).OrderBy(kind => kind.Key).Select(kind => Of(kind.Key, [.. kind]))];

    private static BaselineComparison Of(ReadingKind kind, IReadOnlyList<Reading> readings)
    {
        var baseline = readings.Where(reading => reading.IsBaseline).MaxBy(reading => reading.At);
        var latest = readings.Where(reading => !reading.IsBaseline && (baseline is null || reading.At >= baseline.At)).MaxBy(reading => reading.At);
        var change = baseline is not null && latest is not null ? latest.Value - baseline.Value : (double?)null;
        var percent = change is { } moved && baseline!.Value != 0 ? 100 * moved / baseline.Value : (double?)null;
        return new BaselineComparison(kind, baseline, latest, change, percent);
    }
}
