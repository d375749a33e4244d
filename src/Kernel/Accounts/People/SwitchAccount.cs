using FluentValidation;
using ServicePlatform.Commands;
using ServicePlatform.Data.Identity;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Security;

namespace ServicePlatform.Accounts.People;

/// <summary>What an administrator does with an account.</summary>
internal enum AccountSwitch
{
    /// <summary>Bars it until it is unlocked.</summary>
    Lock,

    /// <summary>Lifts any lock, also that of wrong passwords.</summary>
    Unlock,

    /// <summary>Its owner has left.</summary>
    TurnOff,

    TurnOn,
}

/// <summary>Bars or opens an account; barring ends its sessions at once.</summary>
[RequirePermission(AccountPermissions.Manage)]
internal sealed record SwitchAccount(Guid Id, AccountSwitch Switch) : ICommand;

internal sealed class SwitchAccountValidator : AbstractValidator<SwitchAccount>
{
    public SwitchAccountValidator() => RuleFor(command => command.Switch).IsInEnum();
}

internal sealed class SwitchAccountHandler(AccountReach reach, IActorContext actors, SessionStore sessions) : ICommandHandler<SwitchAccount, Done>
{
    public async Task<Result<Done>> HandleAsync(SwitchAccount command, CancellationToken cancellationToken)
    {
        var found = await reach.FindAsync(command.Id, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        var bars = command.Switch is AccountSwitch.Lock or AccountSwitch.TurnOff;
        if (bars && found.Value.Id == actors.Current.UserId)
        {
            return Failure.Conflict("accounts.not-yourself");
        }

        if (bars && await reach.IsLastUnlimitedAsync(found.Value, cancellationToken))
        {
            return Failure.Conflict("accounts.last-administrator");
        }

        Apply(found.Value, command.Switch);
        if (bars)
        {
            await sessions.RevokeAsync(command.Id, null, cancellationToken);
        }

        return Result.Done;
    }

    private static void Apply(SiteUser user, AccountSwitch change)
    {
        user.ConcurrencyStamp = Guid.NewGuid().ToString();
        switch (change)
        {
            case AccountSwitch.Lock:
                user.LockoutEnd = AccountStates.Forever;
                break;
            case AccountSwitch.Unlock:
                user.LockoutEnd = null;
                user.AccessFailedCount = 0;
                break;
            case AccountSwitch.TurnOff:
                user.IsActive = false;
                break;
            default:
                user.IsActive = true;
                break;
        }
    }
}
