using ServicePlatform.Devices.Contracts;

namespace ServicePlatform.Devices.Filters;

internal static class FilterStates
{
    /// <summary>What is shown of a filter in place on a day.</summary>
    public static FilterState StateOn(this InstalledFilter filter, DateOnly today) =>
        new(
            filter.MachineId,
            filter.Position,
            filter.PartCode,
            LocalName.Of(filter.Name, filter.EnglishName),
            filter.Kind,
            filter.InstalledOn,
            filter.DueOn,
            FilterLife.RemainingPercent(filter.InstalledOn, filter.DueOn, today),
            FilterLife.ConditionOn(today, filter.DueOn, filter.IsWatched),
            filter.LifeDays,
            filter.LifeLitres,
            filter.WaterFactor,
            filter.LitresPerDay,
            filter.LimitedBy)
        {
            DaysLimit = filter.DaysLimit,
            LitresLimit = filter.LitresLimit,
            Rejection = filter.Rejection,
            WaterIsMeasured = filter.WaterIsMeasured,
            Serial = filter.Serial,
        };
}
