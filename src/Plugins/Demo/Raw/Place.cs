namespace ServicePlatform.Demo.Raw;

/// <summary>A compound or an office building.</summary>
/// <param name="Kind"><c>residential</c>, <c>villas</c>, <c>office</c> or <c>school</c>.</param>
/// <param name="Township">GB/T 2260 code of nine digits.</param>
/// <param name="Numbers">First and last house number of the street.</param>
internal sealed record Place(
    string Code,
    string Kind,
    LocalText Name,
    string Division,
    string Township,
    LocalText Street,
    IReadOnlyList<int> Numbers,
    int Buildings,
    int UnitsPerBuilding,
    int Floors,
    double Latitude,
    double Longitude,
    IReadOnlyList<Water> Water)
{
    /// <summary>Total dissolved solids of the feed water in mg/L, as it was so many days ago.</summary>
    public int TdsBefore(int daysAgo) =>
        (Water.OrderBy(water => water.DaysAgo).FirstOrDefault(water => water.DaysAgo >= daysAgo) ?? Water.MaxBy(water => water.DaysAgo)!).Tds;
}

/// <param name="Source"><c>municipal</c> or <c>well</c>.</param>
internal sealed record Water(int DaysAgo, int Tds, string Source);

/// <param name="WaterWorks">Who delivers the water, by division.</param>
internal sealed record Places(IReadOnlyList<Place> Compounds, IReadOnlyList<Place> Offices, IReadOnlyDictionary<string, LocalText> WaterWorks);
