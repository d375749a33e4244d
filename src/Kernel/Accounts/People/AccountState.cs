using ServicePlatform.Data.Identity;

namespace ServicePlatform.Accounts.People;

/// <summary>Whether an account may be used.</summary>
internal enum AccountState
{
    Active,

    /// <summary>Five wrong passwords; opens by itself.</summary>
    Waiting,

    /// <summary>Locked by an administrator until he unlocks it.</summary>
    Locked,

    /// <summary>Switched off: its owner has left.</summary>
    Off,
}

internal static class AccountStates
{
    /// <summary>Further away than any automatic lock.</summary>
    public static readonly DateTimeOffset Forever = new(2999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static AccountState StateAt(this SiteUser user, DateTime now)
    {
        if (!user.IsActive)
        {
            return AccountState.Off;
        }

        return user.LockoutEnd is not { } end || end.UtcDateTime <= now ? AccountState.Active
            : end == Forever ? AccountState.Locked
            : AccountState.Waiting;
    }
}
