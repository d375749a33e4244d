using ServicePlatform.Commands;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Security;

namespace ServicePlatform.Accounts.People;

/// <summary>Signs somebody out everywhere, or of one device.</summary>
[RequirePermission(AccountPermissions.Manage)]
internal sealed record EndSessions(Guid Id, Guid? SessionId) : ICommand;

internal sealed class EndSessionsHandler(AccountReach reach, SessionStore sessions) : ICommandHandler<EndSessions, Done>
{
    public async Task<Result<Done>> HandleAsync(EndSessions command, CancellationToken cancellationToken)
    {
        var found = await reach.FindAsync(command.Id, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        await sessions.RevokeAsync(command.Id, command.SessionId, cancellationToken);
        return Result.Done;
    }
}
