using Microsoft.AspNetCore.Mvc.Rendering;
using ServicePlatform.Kernel.Calendars;

namespace ServicePlatform.Accounts.Settings.Calendar;

internal sealed class WorkDayForm
{
    public bool IsOpen { get; set; }

    public TimeOnly? From { get; set; }

    public TimeOnly? Until { get; set; }

    public WorkDay ToDay() => new(IsOpen, From, Until);

    public static WorkDayForm Of(ServicePlatform.Calendars.OpenHours hours)
    {
        var day = WorkDay.Of(hours);
        return new WorkDayForm { IsOpen = day.IsOpen, From = day.From, Until = day.Until };
    }
}

internal sealed class CalendarForm
{
    /// <summary>Sunday first.</summary>
    public IList<WorkDayForm> Week { get; set; } = [];

    public PublicHolidays PublicHolidays { get; set; }

    public WorkDayForm OnHolidays { get; set; } = new();

    /// <summary>As the form showed it.</summary>
    public int Version { get; set; }

    public CalendarSheet Sheet { get; set; } = null!;

    public IReadOnlyList<SelectListItem> HolidayChoices { get; set; } = [];
}

internal sealed class OwnDaysForm
{
    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    public string? Name { get; set; }

    public WorkDayForm Hours { get; set; } = new();

    public int Version { get; set; }
}
