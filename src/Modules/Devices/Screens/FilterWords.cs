using System.Globalization;
using Microsoft.Extensions.Localization;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Filters;
using ServicePlatform.Ui;

namespace ServicePlatform.Devices.Screens;

/// <summary>Says how a filter stands and how its due date came about.</summary>
internal sealed class FilterWords(IStringLocalizer<Texts> texts, SiteDays days)
{
    /// <summary>'45 days left, due 2027-03-01'.</summary>
    public string Remaining(FilterState filter)
    {
        var left = filter.DueOn.DayNumber - days.Today.DayNumber;
        return left > 0 ? texts["Filter.DaysLeft", left, SiteTime.Date(filter.DueOn)]
            : left == 0 ? texts["Filter.DueToday"]
            : texts["Filter.Overdue", -left, SiteTime.Date(filter.DueOn)];
    }

    /// <summary>The parts of the formula, one sentence each; the one that decides is marked.</summary>
    public IReadOnlyList<FormulaLine> Formula(FilterPart part)
    {
        var filter = part.State;
        var lines = new List<FormulaLine>
        {
            new(texts["Formula.Days", filter.BaseDays, Number(filter.WaterFactor), filter.DaysLimit], filter.LimitedBy == LimitCodes.Days),
        };
        if (filter is { BaseLitres: { } litres, LitresLimit: { } limit })
        {
            var words = part.Chain[0].CountsFeedWater
                ? texts["Formula.FeedLitres", litres, Number(filter.WaterFactor), Number(filter.LitresPerDay), part.YieldPercent, limit]
                : texts["Formula.Litres", litres, Number(filter.WaterFactor), Number(filter.LitresPerDay), limit];
            lines.Add(new(words, filter.LimitedBy == LimitCodes.Litres));
            lines.Add(new(texts["Formula.Pace", Drunk(part.Pace)], false));
        }

        if (filter.Rejection is { } rejection)
        {
            lines.Add(new(texts["Formula.Rejection", Percent(rejection)], filter.LimitedBy == LimitCodes.Rejection));
        }

        return lines;
    }

    /// <summary>How much is drunk a day, and what says so: '10.7 litres a day, 4 people by their number'.</summary>
    public string Drunk(Pace pace) =>
        pace.IsSet ? texts["Pace.Set", Number(pace.LitresPerDay)]
        : pace.People is { } people ? texts["Pace.Household", Number(pace.LitresPerDay), people]
        : texts["Pace.Usual", Number(pace.LitresPerDay)];

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Percent(double share) => Math.Floor((share * 100) + 1e-9).ToString(CultureInfo.InvariantCulture);
}

/// <param name="Decides">True for the limit that the due date comes from.</param>
internal sealed record FormulaLine(string Text, bool Decides);
