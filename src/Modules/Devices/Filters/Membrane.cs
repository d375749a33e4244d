using ServicePlatform.Devices.Contracts;

namespace ServicePlatform.Devices.Filters;

internal enum MembraneFinding
{
    /// <summary>No membrane, or no readings since it was changed.</summary>
    Unknown,
    Good,
    Watch,
    Due,
}

/// <summary>Judges a reverse-osmosis membrane by what it holds back. Looser membranes let salts pass by design and are not judged.</summary>
internal static class Membrane
{
    public const double DueBelow = 0.80;
    public const double WatchUpTo = 0.90;

    /// <summary>1 - out / in; null for another kind of filter, without readings, or where the feed water holds nothing.</summary>
    public static double? RejectionOf(FilterKind kind, FilterFacts facts) =>
        kind == FilterKind.ReverseOsmosis && facts.Tds is { In: > 0 } tds ? 1 - (tds.Out / tds.In) : null;

    public static MembraneFinding Judge(double? rejection) => rejection switch
    {
        null => MembraneFinding.Unknown,

        // A hair below the limit is the arithmetic of binary fractions, not of water.
        < DueBelow - 1e-9 => MembraneFinding.Due,
        <= WatchUpTo + 1e-9 => MembraneFinding.Watch,
        _ => MembraneFinding.Good,
    };
}
