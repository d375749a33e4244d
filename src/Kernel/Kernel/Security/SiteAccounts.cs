using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data.Identity;
using ServicePlatform.Data.Sites;
using ServicePlatform.Phones;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Kernel.Security;

internal sealed class SiteAccounts(UserManager<SiteUser> users, SiteDbContext db, SessionStore sessions, IActorContext actors, IClock clock) : ISiteAccounts
{
    public async Task<Result<Guid>> SaveStaffAsync(StaffAccount account, string initialPassword, CancellationToken cancellationToken)
    {
        if (account.Roles.Except(StandardRoles.All, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            return Failure.Invalid(nameof(account.Roles), "kernel.role-unknown", unknown);
        }

        // Nobody hands out more than he has: only an administrator makes administrators.
        if (account.Roles.Any(role => role is StandardRoles.Administrator or StandardRoles.Operator) && actors.Current is Actor { HasEveryPermission: false, Kind: not ActorKind.System })
        {
            return Failure.Forbidden("kernel.role-too-high");
        }

        var user = await users.FindByNameAsync(account.UserName);
        if (user is { Kind: not ActorKind.Staff })
        {
            return Failure.Invalid(nameof(account.UserName), "kernel.user-name-taken");
        }

        var isNew = user is null;
        user ??= new SiteUser { UserName = account.UserName, CreatedAt = clock.UtcNow };
        user.DisplayName = account.DisplayName;
        user.PhoneNumber = account.Phone is null ? null : PhoneNumber.Parse(account.Phone)?.E164;
        user.ScopePath = account.ScopePath;
        user.Principals = account.PrincipalIds;

        // What stands already is left alone: each update gives the row a new stamp.
        var saved = isNew ? await users.CreateAsync(user, initialPassword)
            : db.Entry(user).State == EntityState.Unchanged ? IdentityResult.Success
            : await users.UpdateAsync(user);
        if (!saved.Succeeded)
        {
            return Failure.Invalid(saved.Errors.Select(error => Describe(error)).ToList());
        }

        var current = await users.GetRolesAsync(user);
        if (!current.ToHashSet(StringComparer.Ordinal).SetEquals(account.Roles))
        {
            await users.RemoveFromRolesAsync(user, current.Except(account.Roles, StringComparer.Ordinal));
            await users.AddToRolesAsync(user, account.Roles.Except(current, StringComparer.Ordinal));
        }

        sessions.ForgetAll();
        return user.Id;
    }

    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> userIds, CancellationToken cancellationToken) =>
        await db.Set<SiteUser>().AsNoTracking().Where(user => userIds.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancellationToken);

    public async Task<Guid?> FindByUserNameAsync(string userName, CancellationToken cancellationToken) =>
        (await users.FindByNameAsync(userName))?.Id;

    public Task RevokeSessionsAsync(Guid userId, CancellationToken cancellationToken) => sessions.RevokeAsync(userId, null, cancellationToken);

    private static FieldFailure Describe(IdentityError error) => new(
        error.Code.StartsWith("Password", StringComparison.Ordinal) ? "Password" : nameof(StaffAccount.UserName),
        "kernel.identity." + error.Code);
}
