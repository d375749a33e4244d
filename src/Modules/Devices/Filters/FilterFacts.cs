namespace ServicePlatform.Devices.Filters;

/// <summary>What a due date is computed from.</summary>
/// <param name="ReplacedOn">Day of the real change, in the site's zone.</param>
/// <param name="YieldPercent">Product water of feed water, 1 to 100.</param>
/// <param name="LitresPerDay">What the household drinks, above 0.</param>
/// <param name="Hardness">Of the feed water in mg/L as CaCO3; null where nobody has measured it.</param>
/// <param name="Tds">The last pair of readings since the change; null where there is none.</param>
internal sealed record FilterFacts(
    FilterSpecification Specification,
    DateOnly ReplacedOn,
    int YieldPercent,
    double LitresPerDay,
    double? Hardness,
    TdsPair? Tds);

/// <summary>Dissolved solids before and after the membrane at one occasion, mg/L.</summary>
internal sealed record TdsPair(double In, double Out, DateOnly On);

/// <summary>A due date with the parts of its formula.</summary>
/// <param name="DaysLimit">Days that the life in days allows.</param>
/// <param name="LitresLimit">Days that the life in litres allows at this pace; null where only days count.</param>
/// <param name="LitresPassedPerDay">Water through this filter in a day; feed water where it stands before the membrane.</param>
/// <param name="Rejection">Share of dissolved solids that the membrane holds back; null where unknown.</param>
internal sealed record FilterDue(
    DateOnly DueOn,
    string LimitedBy,
    double WaterFactor,
    int DaysLimit,
    int? LitresLimit,
    double LitresPassedPerDay,
    double? Rejection,
    MembraneFinding Finding);

/// <summary>What decides a due date.</summary>
internal static class LimitCodes
{
    public const string Days = "days";
    public const string Litres = "litres";
    public const string Rejection = "rejection";
}
