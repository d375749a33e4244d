using ServicePlatform.Devices.Contracts;

namespace ServicePlatform.Devices.Filters;

/// <summary>
/// When a filter is due. Its life in days is the base life times the water factor; its life in litres is the base volume
/// times the water factor, drunk at the household's pace. The smaller of the two holds, counted from the real change. A
/// membrane whose rejection has fallen below the limit is due from the day of that reading.
/// </summary>
internal static class FilterLife
{
    /// <summary>Days before the due date at which a filter counts as due soon.</summary>
    public const int NoticeDays = 30;

    public static FilterDue Compute(FilterFacts facts)
    {
        var specification = facts.Specification;
        var waterFactor = WaterFactor.Of(specification.Kind, facts.Hardness);
        var days = (int)Math.Floor(specification.LifeDays * waterFactor);
        var passed = facts.LitresPerDay / (specification.CountsFeedWater ? facts.YieldPercent / 100.0 : 1.0);
        var litresDays = specification.LifeLitres is { } litres ? (int)Math.Floor(litres * waterFactor / passed) : (int?)null;
        var limitedBy = litresDays < days ? LimitCodes.Litres : LimitCodes.Days;
        var dueOn = facts.ReplacedOn.AddDays(Math.Min(days, litresDays ?? days));
        var rejection = Membrane.RejectionOf(specification.Kind, facts);
        var finding = Membrane.Judge(rejection);
        if (finding == MembraneFinding.Due && facts.Tds!.On < dueOn)
        {
            dueOn = facts.Tds.On;
            limitedBy = LimitCodes.Rejection;
        }

        return new FilterDue(dueOn, limitedBy, waterFactor, days, litresDays, passed, rejection, finding);
    }

    /// <summary>What remains of the whole life on a day, 0 to 100.</summary>
    public static int RemainingPercent(DateOnly replacedOn, DateOnly dueOn, DateOnly today)
    {
        var whole = dueOn.DayNumber - replacedOn.DayNumber;
        var left = dueOn.DayNumber - today.DayNumber;
        return whole <= 0 ? 0 : (int)Math.Clamp(Math.Round(100.0 * left / whole, MidpointRounding.AwayFromZero), 0, 100);
    }

    public static FilterCondition ConditionOn(DateOnly today, DateOnly dueOn, bool watch) =>
        dueOn <= today ? FilterCondition.Due
        : dueOn.DayNumber - today.DayNumber <= NoticeDays ? FilterCondition.DueSoon
        : watch ? FilterCondition.Watch
        : FilterCondition.Good;
}
