using FluentValidation;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Kernel.Calendars;
using ServicePlatform.Security;
using ServicePlatform.Settings;

namespace ServicePlatform.Accounts.Settings.Calendar;

/// <summary>Sets the hours of each weekday and what public holidays change. What was promised before keeps its hours.</summary>
/// <param name="Week">Seven, Sunday first.</param>
/// <param name="OnHolidays">Hours on public holidays where they are kept.</param>
/// <param name="Version">As the form showed it.</param>
[RequirePermission(AccountPermissions.Settings)]
internal sealed record SaveWorkingWeek(IReadOnlyList<WorkDay> Week, PublicHolidays PublicHolidays, WorkDay OnHolidays, int Version) : ICommand;

internal sealed class SaveWorkingWeekValidator : AbstractValidator<SaveWorkingWeek>
{
    public SaveWorkingWeekValidator(IStringLocalizer<Texts> texts)
    {
        RuleFor(command => command.Week).Must(week => week is { Count: 7 }).WithMessage(_ => texts["Validation.Week"]).DependentRules(() =>
        {
            RuleForEach(command => command.Week).SetValidator(new WorkDayValidator(texts));
            RuleFor(command => command.Week).Must(week => week.Any(day => day.IsOpen)).WithMessage(_ => texts["Validation.WeekClosed"]);
        });
        RuleFor(command => command.PublicHolidays).IsInEnum();
        RuleFor(command => command.OnHolidays).NotNull().SetValidator(new WorkDayValidator(texts)).When(command => command.PublicHolidays != PublicHolidays.Ignored);
    }
}

internal sealed class SaveWorkingWeekHandler(ISettings settings) : ICommandHandler<SaveWorkingWeek, Done>
{
    public async Task<Result<Done>> HandleAsync(SaveWorkingWeek command, CancellationToken cancellationToken)
    {
        if (await settings.StaleAsync<CalendarSettings>(command.Version, cancellationToken) is { } stale)
        {
            return stale;
        }

        var calendar = await settings.GetAsync<CalendarSettings>(cancellationToken);
        await settings.SetAsync(
            calendar with
            {
                Week = [.. command.Week.Select(day => day.Hours)],
                PublicHolidays = command.PublicHolidays,
                HolidayHours = command.OnHolidays.Hours,
            },
            cancellationToken);
        return Result.Done;
    }
}
