using FluentValidation;
using ServicePlatform.Commands;
using ServicePlatform.Security;
using ServicePlatform.Settings;

namespace ServicePlatform.Accounts.Settings.Limits;

/// <summary>Sets how much the site takes.</summary>
/// <param name="Version">As the form showed it.</param>
[RequirePermission(AccountPermissions.Settings)]
internal sealed record SaveLimits(int PhotoMegabytes, int CodesPerHour, int CodesPerDay, int CodesPerAddressAndDay, int Version) : ICommand;

internal sealed class SaveLimitsValidator : AbstractValidator<SaveLimits>
{
    public SaveLimitsValidator()
    {
        RuleFor(command => command.PhotoMegabytes).InclusiveBetween(1, 25);
        RuleFor(command => command.CodesPerHour).InclusiveBetween(1, 20);
        RuleFor(command => command.CodesPerDay).InclusiveBetween(1, 50);
        RuleFor(command => command.CodesPerAddressAndDay).InclusiveBetween(1, 100_000);
        RuleFor(command => command.CodesPerDay).GreaterThanOrEqualTo(command => command.CodesPerHour);
    }
}

internal sealed class SaveLimitsHandler(ISettings settings) : ICommandHandler<SaveLimits, Done>
{
    public async Task<Result<Done>> HandleAsync(SaveLimits command, CancellationToken cancellationToken)
    {
        if (await settings.StaleAsync<SiteLimits>(command.Version, cancellationToken) is { } stale)
        {
            return stale;
        }

        await settings.SetAsync(
            new SiteLimits
            {
                PhotoMegabytes = command.PhotoMegabytes,
                CodesPerHour = command.CodesPerHour,
                CodesPerDay = command.CodesPerDay,
                CodesPerAddressAndDay = command.CodesPerAddressAndDay,
            },
            cancellationToken);
        return Result.Done;
    }
}
