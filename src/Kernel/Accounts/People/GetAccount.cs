using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data.Identity;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Accounts.People;

[RequirePermission(AccountPermissions.Manage)]
internal sealed record GetAccount(Guid Id) : IQuery<AccountDetail>;

/// <param name="MayManage">False where the account may do more than the reader.</param>
/// <param name="IsSelf">True for the reader's own account.</param>
internal sealed record AccountDetail(
    Guid Id,
    string UserName,
    string DisplayName,
    string? Phone,
    AccountState State,
    DateTime? OpensAt,
    IReadOnlyList<string> Roles,
    string? ScopePath,
    string? Place,
    DateTime CreatedAt,
    IReadOnlyList<UserSession> Sessions,
    bool MayManage,
    bool IsSelf);

internal sealed class GetAccountHandler(AccountReach reach, SessionStore sessions, IEnumerable<IScopeDirectory> places, IActorContext actors, IClock clock)
    : IQueryHandler<GetAccount, AccountDetail>
{
    public async Task<Result<AccountDetail>> HandleAsync(GetAccount query, CancellationToken cancellationToken)
    {
        if (await reach.Visible().AsNoTracking().SingleOrDefaultAsync(row => row.Id == query.Id, cancellationToken) is not { } user)
        {
            return Failure.NotFound("accounts.account-unknown");
        }

        var state = user.StateAt(clock.UtcNow);
        var place = user.ScopePath is { } path && places.LastOrDefault() is { } directory
            ? (await directory.NamesAsync([path], cancellationToken)).GetValueOrDefault(path)
            : null;
        return new AccountDetail(
            user.Id,
            user.UserName!,
            user.DisplayName,
            user.PhoneNumber,
            state,
            state == AccountState.Waiting ? user.LockoutEnd?.UtcDateTime : null,
            await reach.RolesOfAsync(user.Id, cancellationToken),
            user.ScopePath,
            place,
            user.CreatedAt,
            await sessions.OpenSessionsAsync(user.Id, cancellationToken),
            await reach.MayManageAsync(user, cancellationToken),
            user.Id == actors.Current.UserId);
    }
}
