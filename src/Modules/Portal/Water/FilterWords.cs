using System.Globalization;
using Microsoft.Extensions.Localization;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Portal.Contracts.Views;
using ServicePlatform.Ui;

namespace ServicePlatform.Portal.Water;

/// <summary>Says in a customer's words how a filter stands.</summary>
internal sealed class FilterWords(SiteTime time, IStringLocalizer<Texts> texts)
{
    public PortalFilter Describe(FilterState filter)
    {
        var today = DateOnly.FromDateTime(time.LocalNow);
        return new PortalFilter(
            filter.Position,
            filter.Name,
            ToneOf(filter.Condition),
            filter.RemainingPercent,
            DueText(filter, today),
            filter.InstalledOn,
            filter.DueOn,
            Because(filter));
    }

    private static Tone ToneOf(FilterCondition condition) => condition switch
    {
        FilterCondition.Due => Tone.Bad,
        FilterCondition.DueSoon or FilterCondition.Watch => Tone.Warn,
        _ => Tone.Good,
    };

    private string DueText(FilterState filter, DateOnly today)
    {
        var days = filter.DueOn.DayNumber - today.DayNumber;
        return days switch
        {
            < 0 => texts["Filter.OverdueDays", -days],
            0 => texts["Filter.DueToday"],
            > 90 => texts["Filter.LeftMonths", days / 30],
            _ => texts["Filter.LeftDays", days],
        };
    }

    private string Because(FilterState filter)
    {
        if (filter.LimitedBy == "rejection")
        {
            return texts["Filter.BecauseRejection", ((filter.Rejection ?? 0) * 100).ToString("0", CultureInfo.CurrentCulture)];
        }

        var factor = filter.WaterFactor.ToString("0.##", CultureInfo.CurrentCulture);
        return filter.LimitedBy == "litres" && filter.BaseLitres is { } litres
            ? texts["Filter.BecauseLitres", litres, filter.LitresPerDay.ToString("0.#", CultureInfo.CurrentCulture)]
            : filter.WaterFactor < 1
                ? texts["Filter.BecauseWater", filter.BaseDays, factor]
                : texts["Filter.BecauseDays", filter.BaseDays];
    }
}
