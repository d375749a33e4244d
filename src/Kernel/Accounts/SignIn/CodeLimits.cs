using ServicePlatform.Commands;

namespace ServicePlatform.Accounts.SignIn;

/// <summary>How often a code is sent to one phone: once a minute, five times an hour, ten times a day.</summary>
internal static class CodeLimits
{
    public static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(5);

    public const int MostAttempts = 5;

    private static readonly (TimeSpan Window, int Most, string Code)[] Limits =
    [
        (TimeSpan.FromMinutes(1), 1, "accounts.code-wait"),
        (TimeSpan.FromHours(1), 5, "accounts.code-wait-hour"),
        (Day, 10, "accounts.code-wait-day"),
    ];

    /// <summary>Why no code may be sent now, with the time to wait (seconds, minutes or hours); null if one may.</summary>
    /// <param name="sent">When codes were sent to this phone in the last day.</param>
    public static Failure? Check(IReadOnlyCollection<DateTime> sent, DateTime now)
    {
        foreach (var (window, most, code) in Limits.Reverse())
        {
            var inside = sent.Where(at => at > now - window).Order().ToList();
            if (inside.Count >= most)
            {
                // Room is made when the oldest of the last 'most' leaves the window.
                var wait = inside[^most] + window - now;
                return Failure.TooMany(code, (int)Math.Ceiling(window.TotalHours > 1 ? wait.TotalHours : window.TotalMinutes > 1 ? wait.TotalMinutes : wait.TotalSeconds));
            }
        }

        return null;
    }
}
