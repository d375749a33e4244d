using System.ComponentModel.DataAnnotations;
using System.Globalization;
using ServicePlatform.Calendars;
using ServicePlatform.Commands;
using ServicePlatform.Kernel.Calendars;
using ServicePlatform.Recipes;
using ServicePlatform.Settings;

namespace ServicePlatform.Accounts.Recipes;

/// <summary>When the site works. Hours are <c>08:00-21:00</c> or <c>closed</c>; what is left out stays as it is.</summary>
/// <param name="OwnDays">Days on which the company works otherwise; given: exactly these.</param>
internal sealed record CalendarForm(
    string Name,
    [RegularExpression(HoursText.Form)] string? Sunday = null,
    [RegularExpression(HoursText.Form)] string? Monday = null,
    [RegularExpression(HoursText.Form)] string? Tuesday = null,
    [RegularExpression(HoursText.Form)] string? Wednesday = null,
    [RegularExpression(HoursText.Form)] string? Thursday = null,
    [RegularExpression(HoursText.Form)] string? Friday = null,
    [RegularExpression(HoursText.Form)] string? Saturday = null,
    PublicHolidays? PublicHolidays = null,
    [RegularExpression(HoursText.Form)] string? OnHolidays = null,
    IReadOnlyList<OwnDaysRow>? OwnDays = null)
{
    /// <summary>Sunday first, as <see cref="CalendarSettings.Week"/>.</summary>
    internal IReadOnlyList<string?> Week() => [Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday];
}

internal sealed record OwnDaysRow(DateOnly From, DateOnly Until, [MinLength(1), MaxLength(40)] string Name, [RegularExpression(HoursText.Form)] string Hours);

internal static class HoursText
{
    public const string Form = "^(closed|([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00))$";

    private const string Closed = "closed";

    public static OpenHours Read(string text) => text == Closed ? OpenHours.Closed : new OpenHours(Minute(text[..5]), Minute(text[6..]));

    public static string Write(OpenHours hours) => hours.IsClosed ? Closed : $"{Time(hours.OpensMinute)}-{Time(hours.ClosesMinute)}";

    private static int Minute(string time) => (int.Parse(time[..2], CultureInfo.InvariantCulture) * 60) + int.Parse(time[3..], CultureInfo.InvariantCulture);

    private static string Time(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");
}

/// <summary>Step <c>calendar</c>.</summary>
internal sealed class CalendarStep(ISettings settings) : IRecipeStep
{
    private const int LongestDays = 31;

    public string Name => "calendar";

    public Type Form => typeof(CalendarForm);

    public Task CheckAsync(RecipeStepContext context, IRecipeFindings findings, CancellationToken cancellationToken)
    {
        var form = context.Bind<CalendarForm>().Value;
        foreach (var (day, hours) in Enum.GetNames<DayOfWeek>().Zip(form.Week()).Append(("onHolidays", form.OnHolidays)))
        {
            if (hours is not null && hours != "closed" && HoursText.Read(hours).IsClosed)
            {
                findings.Add(day[..1].ToLowerInvariant() + day[1..], "accounts.recipe-hours", hours);
            }
        }

        var own = form.OwnDays ?? [];
        for (var at = 0; at < own.Count; at++)
        {
            if (own[at].Until < own[at].From || own[at].Until.DayNumber - own[at].From.DayNumber >= LongestDays)
            {
                findings.Add($"ownDays[{at}].until", "accounts.recipe-days", LongestDays);
            }
        }

        if (own.Count > CalendarSettings.MostOwnDays)
        {
            findings.Add("ownDays", "accounts.recipe-own-days", CalendarSettings.MostOwnDays);
        }

        return Task.CompletedTask;
    }

    public async Task<Result<Done>> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        if (context.Bind<CalendarForm>() is not { Succeeded: true, Value: var form })
        {
            return context.Failed("calendar");
        }

        var calendar = await settings.GetAsync<CalendarSettings>(cancellationToken);
        await settings.SetAsync(
            calendar with
            {
                Week = [.. form.Week().Zip(calendar.Week, (given, stands) => given is null ? stands : HoursText.Read(given))],
                PublicHolidays = form.PublicHolidays ?? calendar.PublicHolidays,
                HolidayHours = form.OnHolidays is { } hours ? HoursText.Read(hours) : calendar.HolidayHours,
                OwnDays = form.OwnDays is null ? calendar.OwnDays : [.. form.OwnDays.Select(days => new OwnDays(days.From, days.Until, days.Name, HoursText.Read(days.Hours))).OrderBy(days => days.From)],
            },
            cancellationToken);
        return Result.Done;
    }
}
