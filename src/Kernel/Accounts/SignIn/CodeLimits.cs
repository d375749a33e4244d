using ServicePlatform.Commands;
using ServicePlatform.Settings;

namespace ServicePlatform.Accounts.SignIn;

/// <summary>How often a code is sent: to one phone once a minute, and as often in an hour and a day as the site says; from one address so often in a day.</summary>
internal static class CodeLimits
{
    public static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(5);

    public const int MostAttempts = 5;

    /// <summary>Why no code may be sent to this phone now, with the time to wait; null if one may.</summary>
    /// <param name="sent">When codes were sent to it in the last day.</param>
    /// <param name="limits">The site's.</param>
    public static Failure? Check(IReadOnlyCollection<DateTime> sent, DateTime now, SiteLimits limits) =>
        Check(sent, now, Day, limits.CodesPerDay, "accounts.code-wait-day")
            ?? Check(sent, now, TimeSpan.FromHours(1), limits.CodesPerHour, "accounts.code-wait-hour")
            ?? Check(sent, now, TimeSpan.FromMinutes(1), 1, "accounts.code-wait");

    /// <summary>Why no code is sent for this network address now; null if one may be.</summary>
    /// <param name="sent">When codes were sent for it in the last day, to whatever phone.</param>
    /// <param name="limits">The site's.</param>
    public static Failure? CheckAddress(IReadOnlyCollection<DateTime> sent, DateTime now, SiteLimits limits) =>
        Check(sent, now, Day, limits.CodesPerAddressAndDay, "accounts.code-wait-address");

    /// <summary>The failure's words count seconds, minutes or hours, by the window.</summary>
    private static Failure? Check(IReadOnlyCollection<DateTime> sent, DateTime now, TimeSpan window, int most, string code)
    {
        var inside = sent.Where(at => at > now - window).Order().ToList();
        if (inside.Count < Math.Max(1, most))
        {
            return null;
        }

        // Room is made when the oldest of the last 'most' leaves the window.
        var wait = inside[^Math.Max(1, most)] + window - now;
        return Failure.TooMany(code, (int)Math.Ceiling(window.TotalHours > 1 ? wait.TotalHours : window.TotalMinutes > 1 ? wait.TotalMinutes : wait.TotalSeconds))
            with { RetryAfter = wait };
    }
}
