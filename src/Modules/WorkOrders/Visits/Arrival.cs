using ServicePlatform.Geography;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Visits;

/// <summary>How far the technician's fix lay from the customer's recorded place.</summary>
/// <param name="DistanceMetres">Null where there is nothing to compare.</param>
/// <param name="FillsAddress">The address had no position and this fix is good enough to become it.</param>
internal sealed record Arrival(ArrivalOutcome Outcome, GeoPoint? Position, double? AccuracyMetres, double? DistanceMetres, bool FillsAddress)
{
    /// <summary>A fix reported this much later than it was taken came from a device that was offline.</summary>
    public static readonly TimeSpan OfflineAfter = TimeSpan.FromMinutes(2);

    /// <param name="recorded">The customer's recorded position.</param>
    /// <param name="delay">Between the act and its arrival at the server.</param>
    public static Arrival Check(GeoPoint? fix, double? accuracyMetres, GeoPoint? recorded, TimeSpan delay, ArrivalPolicy policy)
    {
        if (fix is not { } position)
        {
            return new Arrival(delay > OfflineAfter ? ArrivalOutcome.Offline : ArrivalOutcome.Skipped, null, null, null, false);
        }

        double? distance = recorded is { } place ? position.DistanceTo(place) : null;
        if (accuracyMetres is not { } accuracy || accuracy > policy.WorstAccuracyMetres)
        {
            return new Arrival(ArrivalOutcome.Inaccurate, position, accuracyMetres, distance, false);
        }

        var outcome = distance > policy.ToleranceMetres + accuracy ? ArrivalOutcome.TooFar : ArrivalOutcome.Validated;
        return new Arrival(outcome, position, accuracy, distance, distance is null && accuracy <= policy.FillingAccuracyMetres);
    }
}

/// <summary>Settings: what counts as having arrived.</summary>
internal sealed record ArrivalPolicy
{
    /// <summary>Distance accepted on top of the fix's own accuracy.</summary>
    public double ToleranceMetres { get; init; } = 300;

    /// <summary>A fix worse than this says nothing.</summary>
    public double WorstAccuracyMetres { get; init; } = 500;

    /// <summary>A fix at least this good may become the position of an address that has none.</summary>
    public double FillingAccuracyMetres { get; init; } = 100;
}
