using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Data.Identity;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Accounts.People;

/// <summary>
/// Whose accounts somebody may manage: those of his part of the organisation who may do no more than himself. Otherwise a
/// password set for another would be a way to that one's permissions.
/// </summary>
internal sealed class AccountReach(ISiteDb db, IActorContext actors, IClock clock)
{
    private static readonly string[] Unlimited = [StandardRoles.Administrator, StandardRoles.Operator];

    /// <summary>True for administrators, operators and the system.</summary>
    public bool IsUnlimited => actors.Current is Actor { HasEveryPermission: true } || actors.Current.Kind == ActorKind.System;

    private bool SeesAll => actors.Current.SeesEverything || (IsUnlimited && actors.Current.ScopePath is null);

    /// <summary>The accounts of staff that the actor sees.</summary>
    public IQueryable<SiteUser> Visible()
    {
        var staff = db.Set<SiteUser>().Where(user => user.Kind == ActorKind.Staff);
        if (SeesAll)
        {
            return staff;
        }

        var (low, high) = ScopePaths.Range(actors.Current.ScopePath);
        return staff.Where(user => string.Compare(user.ScopePath, low) >= 0 && string.Compare(user.ScopePath, high) < 0);
    }

    /// <summary>True for a place inside the actor's own.</summary>
    public bool Covers(string place) => SeesAll || (actors.Current.ScopePath is { } own && place.StartsWith(own, StringComparison.Ordinal));

    /// <summary>The account, to be changed; a failure if it is out of reach or above the actor.</summary>
    public async Task<Result<SiteUser>> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await Visible().SingleOrDefaultAsync(user => user.Id == id, cancellationToken) is not { } user)
        {
            return Failure.NotFound("accounts.account-unknown");
        }

        return await MayManageAsync(user, cancellationToken) ? user : Failure.Forbidden("accounts.above-you");
    }

    public async Task<bool> MayManageAsync(SiteUser user, CancellationToken cancellationToken) =>
        IsUnlimited || (WorksForNoMore(user) && await MayGiveAsync(await RolesOfAsync(user.Id, cancellationToken), cancellationToken));

    /// <summary>True where the actor himself may do all that these roles allow.</summary>
    public async Task<bool> MayGiveAsync(IReadOnlyCollection<string> roles, CancellationToken cancellationToken)
    {
        if (IsUnlimited)
        {
            return true;
        }

        if (roles.Any(role => Unlimited.Contains(role, StringComparer.Ordinal)))
        {
            return false;
        }

        var permissions = await db.Set<RolePermission>()
            .Join(db.Set<SiteRole>(), row => row.RoleId, role => role.Id, (row, role) => new { role.Name, row.Permission })
            .Where(row => roles.Contains(row.Name!))
            .Select(row => row.Permission)
            .Distinct()
            .ToListAsync(cancellationToken);
        return permissions.TrueForAll(actors.Current.Can);
    }

    public async Task<List<string>> RolesOfAsync(Guid userId, CancellationToken cancellationToken) =>
        await db.Set<IdentityUserRole<Guid>>().Where(row => row.UserId == userId)
            .Join(db.Set<SiteRole>(), row => row.RoleId, role => role.Id, (_, role) => role.Name!)
            .OrderBy(name => name)
            .ToListAsync(cancellationToken);

    /// <summary>True where nobody would be left who can put things right again.</summary>
    public async Task<bool> IsLastUnlimitedAsync(SiteUser user, CancellationToken cancellationToken)
    {
        var unlimited = await db.Set<SiteUser>().AsNoTracking()
            .Where(other => other.IsActive && other.Kind == ActorKind.Staff)
            .Where(other => db.Set<IdentityUserRole<Guid>>().Any(row => row.UserId == other.Id && db.Set<SiteRole>().Any(role => role.Id == row.RoleId && Unlimited.Contains(role.Name!))))
            .ToListAsync(cancellationToken);
        return unlimited.Exists(other => other.Id == user.Id) && !unlimited.Exists(other => other.Id != user.Id && other.StateAt(clock.UtcNow) != AccountState.Locked);
    }

    private bool WorksForNoMore(SiteUser user) =>
        actors.Current.PrincipalIds is not { } own || (user.Principals is { } theirs && theirs.All(own.Contains));
}
