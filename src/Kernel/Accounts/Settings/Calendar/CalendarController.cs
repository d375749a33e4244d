using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Kernel.Calendars;
using ServicePlatform.Security;
using ServicePlatform.Web;

namespace ServicePlatform.Accounts.Settings.Calendar;

/// <summary>When the site works: week, public holidays, own days off.</summary>
[Area("Accounts")]
[RequirePermission(AccountPermissions.Settings)]
[Route("app/settings/calendar")]
internal sealed class CalendarController(ISender sender, IStringLocalizer<Texts> texts) : Controller
{
    private const string Here = "/app/settings/calendar";

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        var sheet = (await sender.AskAsync(new ReadCalendar(), cancellationToken)).Value;
        return View(Prepared(
            new CalendarForm
            {
                Week = [.. sheet.Settings.Week.Select(WorkDayForm.Of)],
                PublicHolidays = sheet.Settings.PublicHolidays,
                OnHolidays = WorkDayForm.Of(sheet.Settings.HolidayHours),
                Version = sheet.Version,
            },
            sheet));
    }

    [HttpPost("")]
    public async Task<IActionResult> Index(CalendarForm form, CancellationToken cancellationToken)
    {
        var command = new SaveWorkingWeek([.. form.Week.Select(day => day.ToDay())], form.PublicHolidays, form.OnHolidays.ToDay(), form.Version);
        var saved = await sender.SendAsync(command, cancellationToken);
        if (saved.Succeeded)
        {
            return this.Done(Here, texts["Calendar.Saved"]);
        }

        while (form.Week.Count < 7)
        {
            form.Week.Add(new WorkDayForm());
        }

        return this.Failed(saved.Failure, Prepared(form, (await sender.AskAsync(new ReadCalendar(), cancellationToken)).Value));
    }

    [HttpGet("days")]
    public async Task<IActionResult> Days(CancellationToken cancellationToken) =>
        View(new OwnDaysForm { Version = (await sender.AskAsync(new ReadCalendar(), cancellationToken)).Value.Version });

    [HttpPost("days")]
    public async Task<IActionResult> Days(OwnDaysForm form, CancellationToken cancellationToken)
    {
        var saved = await sender.SendAsync(new AddOwnDays(form.From, form.Until, form.Name ?? "", form.Hours.ToDay(), form.Version), cancellationToken);
        return saved.Succeeded ? this.Done(Here, texts["Calendar.DaysSaved"]) : this.Failed(saved.Failure, form);
    }

    [HttpPost("days/{place:int}/remove")]
    public async Task<IActionResult> Remove(int place, int version, CancellationToken cancellationToken)
    {
        var removed = await sender.SendAsync(new RemoveOwnDays(place, version), cancellationToken);
        return removed.Succeeded ? this.Done(Here, texts["Calendar.DaysRemoved"]) : this.Refused(removed.Failure, Here);
    }

    private CalendarForm Prepared(CalendarForm form, CalendarSheet sheet)
    {
        form.Sheet = sheet;
        form.HolidayChoices = [.. Enum.GetNames<PublicHolidays>().Select(name => new SelectListItem(texts["PublicHolidays." + name], name))];
        return form;
    }
}
