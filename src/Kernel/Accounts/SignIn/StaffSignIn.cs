using System.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServicePlatform.Data;
using ServicePlatform.Data.Identity;
using ServicePlatform.Kernel.Pipeline;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Accounts.SignIn;

/// <summary>
/// Name and password. Every refusal looks the same and takes the same time, whether the name is unknown, the password
/// wrong, or the account locked or switched off.
/// </summary>
internal sealed class StaffSignIn(
    ISiteDb db,
    IPasswordHasher<SiteUser> hasher,
    ILookupNormalizer names,
    NobodysAccount nobody,
    SiteWrites writes,
    IClock clock,
    IOptions<IdentityOptions> options)
{
    private const int LongestPassword = 200;
    private const int MostCollisions = 20;

    private static readonly TimeSpan RefusalTakes = TimeSpan.FromMilliseconds(400);

    /// <summary>The account if name and password are right; null for every other reason.</summary>
    public async Task<SiteUser?> TryAsync(string? userName, string? password, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        if (await FindAsync(userName, password, cancellationToken) is { } user)
        {
            return user;
        }

        var left = RefusalTakes - Stopwatch.GetElapsedTime(started);
        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left, cancellationToken);
        }

        return null;
    }

    private async Task<SiteUser?> FindAsync(string? userName, string? password, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(userName) || userName.Length > Lengths.Name || password is not { Length: > 0 and <= LongestPassword })
        {
            return null;
        }

        var name = names.NormalizeName(userName.Trim());
        var user = await db.Set<SiteUser>().AsNoTracking().SingleOrDefaultAsync(row => row.NormalizedUserName == name && row.Kind == ActorKind.Staff, cancellationToken);
        var mayTry = user is { IsActive: true, PasswordHash: not null } && await TakeAttemptAsync(user, cancellationToken);

        // Whoever may not try is measured against a password too: the work tells nothing about the name.
        var right = hasher.VerifyHashedPassword(user ?? nobody.User, mayTry ? user!.PasswordHash! : nobody.PasswordHash(hasher), password) != PasswordVerificationResult.Failed;
        if (!mayTry || !right)
        {
            return null;
        }

        using var pass = await writes.EnterAsync(cancellationToken);
        await db.Set<SiteUser>().Where(row => row.Id == user!.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(u => u.AccessFailedCount, 0).SetProperty(u => u.LockoutEnd, (DateTimeOffset?)null), cancellationToken);
        return user;
    }

    /// <summary>
    /// Counts the attempt before the password is looked at, so that many at once get no more tries than one after the other.
    /// False while the account is locked.
    /// </summary>
    private async Task<bool> TakeAttemptAsync(SiteUser user, CancellationToken cancellationToken)
    {
        for (var collision = 0; collision < MostCollisions; collision++)
        {
            if (user.LockoutEnd?.UtcDateTime > clock.UtcNow)
            {
                return false;
            }

            var (seenCount, seenEnd) = (user.AccessFailedCount, user.LockoutEnd);
            var locks = seenCount + 1 >= options.Value.Lockout.MaxFailedAccessAttempts;
            DateTimeOffset? end = locks ? new DateTimeOffset(clock.UtcNow) + options.Value.Lockout.DefaultLockoutTimeSpan : null;
            using (await writes.EnterAsync(cancellationToken))
            {
                var taken = await db.Set<SiteUser>().Where(row => row.Id == user.Id && row.AccessFailedCount == seenCount && row.LockoutEnd == seenEnd)
                    .ExecuteUpdateAsync(row => row.SetProperty(u => u.AccessFailedCount, locks ? 0 : seenCount + 1).SetProperty(u => u.LockoutEnd, end), cancellationToken);
                if (taken > 0)
                {
                    return true;
                }
            }

            user = await db.Set<SiteUser>().AsNoTracking().SingleAsync(row => row.Id == user.Id, cancellationToken);
        }

        return false;
    }
}
