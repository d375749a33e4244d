using FluentValidation;
using Microsoft.Extensions.Localization;
using ServicePlatform.Calendars;

namespace ServicePlatform.Accounts.Settings.Calendar;

/// <summary>Hours of a day as they are typed.</summary>
/// <param name="IsOpen">False for a day without work, whatever the times say.</param>
/// <param name="Until">Midnight for the end of the day.</param>
internal sealed record WorkDay(bool IsOpen, TimeOnly? From, TimeOnly? Until)
{
    private const int WholeDay = 24 * 60;

    public OpenHours Hours => IsOpen && From is { } from && Until is { } until ? new OpenHours(Minute(from), Minute(until) is > 0 and var minute ? minute : WholeDay) : OpenHours.Closed;

    public static WorkDay Of(OpenHours hours) => hours.IsClosed
        ? new WorkDay(false, null, null)
        : new WorkDay(true, Time(hours.OpensMinute), Time(hours.ClosesMinute % WholeDay));

    private static int Minute(TimeOnly time) => (time.Hour * 60) + time.Minute;

    private static TimeOnly Time(int minute) => new(minute / 60, minute % 60);
}

internal sealed class WorkDayValidator : AbstractValidator<WorkDay>
{
    public WorkDayValidator(IStringLocalizer<Texts> texts) => When(day => day.IsOpen, () =>
    {
        RuleFor(day => day.From).NotNull().WithMessage(_ => texts["Validation.Time"]);
        RuleFor(day => day.Until).NotNull().WithMessage(_ => texts["Validation.Time"]);
        RuleFor(day => day.Until).Must((day, _) => !day.Hours.IsClosed).When(day => day.From is not null && day.Until is not null).WithMessage(_ => texts["Validation.TimeOrder"]);
    });
}
