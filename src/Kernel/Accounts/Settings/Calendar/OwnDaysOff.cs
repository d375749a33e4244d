using FluentValidation;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Kernel.Calendars;
using ServicePlatform.Security;
using ServicePlatform.Settings;

namespace ServicePlatform.Accounts.Settings.Calendar;

/// <summary>Enters days on which the company does not work, or works at other hours.</summary>
/// <param name="Version">As the page showed it.</param>
[RequirePermission(AccountPermissions.Settings)]
internal sealed record AddOwnDays(DateOnly? From, DateOnly? Until, string Name, WorkDay Hours, int Version) : ICommand;

/// <summary>Takes such days away.</summary>
/// <param name="Place">In the list as the page showed it.</param>
/// <param name="Version">As the page showed it.</param>
[RequirePermission(AccountPermissions.Settings)]
internal sealed record RemoveOwnDays(int Place, int Version) : ICommand;

internal sealed class AddOwnDaysValidator : AbstractValidator<AddOwnDays>
{
    private const int LongestDays = 31;
    private const int LongestName = 40;

    public AddOwnDaysValidator(IStringLocalizer<Texts> texts)
    {
        RuleFor(command => command.From).NotEmpty().WithName(_ => texts["Calendar.FirstDay"].Value);
        RuleFor(command => command.Until).NotEmpty().WithName(_ => texts["Calendar.LastDay"].Value);
        RuleFor(command => command.Until).Must((command, until) => until >= command.From && until.Value.DayNumber - command.From!.Value.DayNumber < LongestDays)
            .When(command => command.From is not null && command.Until is not null).WithMessage(_ => texts["Validation.Days", LongestDays]);
        RuleFor(command => command.Name).NotEmpty().MaximumLength(LongestName).WithName(_ => texts["Field.DaysName"].Value);
        RuleFor(command => command.Hours).NotNull().SetValidator(new WorkDayValidator(texts));
    }
}

internal sealed class AddOwnDaysHandler(ISettings settings) : ICommandHandler<AddOwnDays, Done>
{
    public async Task<Result<Done>> HandleAsync(AddOwnDays command, CancellationToken cancellationToken)
    {
        if (await settings.StaleAsync<CalendarSettings>(command.Version, cancellationToken) is { } stale)
        {
            return stale;
        }

        var calendar = await settings.GetAsync<CalendarSettings>(cancellationToken);
        if (calendar.OwnDays.Count >= CalendarSettings.MostOwnDays)
        {
            return Failure.Conflict("accounts.own-days-full", CalendarSettings.MostOwnDays);
        }

        var days = new OwnDays(command.From!.Value, command.Until!.Value, command.Name.Trim(), command.Hours.Hours);
        await settings.SetAsync(calendar with { OwnDays = [.. calendar.OwnDays.Append(days).OrderBy(own => own.From)] }, cancellationToken);
        return Result.Done;
    }
}

internal sealed class RemoveOwnDaysHandler(ISettings settings) : ICommandHandler<RemoveOwnDays, Done>
{
    public async Task<Result<Done>> HandleAsync(RemoveOwnDays command, CancellationToken cancellationToken)
    {
        if (await settings.StaleAsync<CalendarSettings>(command.Version, cancellationToken) is { } stale)
        {
            return stale;
        }

        var calendar = await settings.GetAsync<CalendarSettings>(cancellationToken);
        if (command.Place < 0 || command.Place >= calendar.OwnDays.Count)
        {
            return Failure.NotFound("accounts.own-days-unknown");
        }

        await settings.SetAsync(calendar with { OwnDays = [.. calendar.OwnDays.Where((_, place) => place != command.Place)] }, cancellationToken);
        return Result.Done;
    }
}
