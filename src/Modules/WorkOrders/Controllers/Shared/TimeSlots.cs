using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using ServicePlatform.Ui;
using ServicePlatform.WorkOrders.Orders.Queries;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>Says windows of time as people do, and offers the usual ones of today and tomorrow.</summary>
internal sealed class TimeSlots(SiteTime time, IStringLocalizer<Texts> texts)
{
    private const int Hours = 2;

    /// <summary>Hours of the day at which offered windows start.</summary>
    private static readonly int[] Starts = [8, 10, 12, 14, 16, 18];

    /// <summary>Time that is needed until the earliest window can be kept.</summary>
    private static readonly TimeSpan Notice = TimeSpan.FromMinutes(30);

    /// <summary>today 14:00–16:00.</summary>
    public string Say(DateTime fromUtc, DateTime untilUtc) => Say(new TimeSlot(time.ToLocal(fromUtc), time.ToLocal(untilUtc)));

    /// <summary>today 14:00–16:00, and that it is only proposed.</summary>
    public string Say(TakenWindow window) =>
        window.IsConfirmed ? Say(window.From, window.Until) : $"{Say(window.From, window.Until)} ({texts["Ui.Proposed"]})";

    /// <summary>14:00–16:00.</summary>
    public string SayClock(DateTime fromUtc, DateTime untilUtc) => Clock(time.ToLocal(fromUtc)) + "–" + Clock(time.ToLocal(untilUtc));

    /// <summary>The windows of today and tomorrow, with those that are asked for first, and at the end the way to any other.</summary>
    /// <param name="taken">Windows that whoever goes has on his hands; what overlaps a confirmed one says so.</param>
    /// <param name="first">A window in UTC and what it is: the customer's wish, what was proposed.</param>
    public IReadOnlyList<SelectListItem> Offer(IReadOnlyList<TakenWindow> taken, params (DateTime? From, DateTime? Until, string Label)[] first)
    {
        var now = time.LocalNow;
        var offered = new List<SelectListItem>();
        foreach (var (from, until, label) in first)
        {
            if (from is { } start && until is { } end && time.ToLocal(start) > now)
            {
                var slot = new TimeSlot(time.ToLocal(start), time.ToLocal(end));
                Add(offered, slot, $"{Say(slot)} · {texts[label]}", taken);
            }
        }

        var today = DateOnly.FromDateTime(now);
        foreach (var slot in Of(today).Where(slot => slot.From > now + Notice).Concat(Of(today.AddDays(1))))
        {
            Add(offered, slot, Say(slot), taken);
        }

        offered.Add(new SelectListItem(texts["Ui.Window.Other"], WindowInput.Other));
        return offered;
    }

    private static IEnumerable<TimeSlot> Of(DateOnly day) =>
        Starts.Select(hour => TimeSlot.Of(day, new TimeOnly(hour, 0), new TimeOnly(hour + Hours, 0)));

    private void Add(List<SelectListItem> offered, TimeSlot slot, string text, IReadOnlyList<TakenWindow> taken)
    {
        if (!offered.Exists(known => known.Value == slot.Value))
        {
            var (from, until) = slot.ToUtc(time);
            var isTaken = taken.Any(window => window.Overlaps(from, until));
            offered.Add(new SelectListItem(isTaken ? texts["Ui.Window.Taken", text] : text, slot.Value));
        }
    }

    private string Say(TimeSlot slot)
    {
        var (start, end) = (DateOnly.FromDateTime(slot.From), DateOnly.FromDateTime(slot.Until));
        var last = start == end ? Clock(slot.Until) : $"{time.Day(end)} {Clock(slot.Until)}";
        return $"{time.Day(start)} {Clock(slot.From)}–{last}";
    }

    private static string Clock(DateTime local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);
}
