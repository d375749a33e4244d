using Microsoft.AspNetCore.Identity;
using ServicePlatform.Commands;
using ServicePlatform.Data.Identity;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Security;

namespace ServicePlatform.Accounts.People;

/// <summary>Gives an account a new password and ends its sessions. The answer is the password; it is kept nowhere.</summary>
[RequirePermission(AccountPermissions.Manage)]
[AnswerNotStored]
internal sealed record ResetPassword(Guid Id) : ICommand<string>;

internal sealed class ResetPasswordHandler(AccountReach reach, IActorContext actors, IPasswordHasher<SiteUser> hasher, SessionStore sessions) : ICommandHandler<ResetPassword, string>
{
    public async Task<Result<string>> HandleAsync(ResetPassword command, CancellationToken cancellationToken)
    {
        var found = await reach.FindAsync(command.Id, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        var user = found.Value;
        if (user.Id == actors.Current.UserId)
        {
            return Failure.Conflict("accounts.reset-yourself");
        }

        var password = GeneratedPassword.New();
        user.PasswordHash = hasher.HashPassword(user, password);
        user.SecurityStamp = Guid.NewGuid().ToString();
        user.ConcurrencyStamp = Guid.NewGuid().ToString();
        user.AccessFailedCount = 0;
        if (user.LockoutEnd != AccountStates.Forever)
        {
            user.LockoutEnd = null;
        }

        await sessions.RevokeAsync(user.Id, null, cancellationToken);
        return password;
    }
}
