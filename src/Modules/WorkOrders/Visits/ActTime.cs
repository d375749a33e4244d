using ServicePlatform.Commands;

namespace ServicePlatform.WorkOrders.Visits;

/// <summary>The time on the device at which something was done. It is believed within bounds.</summary>
internal static class ActTime
{
    /// <summary>How far a device's clock may be ahead.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    /// <summary>The act's time in UTC, not later than now; a failure where it lies in the future or before what went before.</summary>
    /// <param name="earliest">The last act, or the making of the visit.</param>
    public static Result<DateTime> Check(DateTime at, DateTime now, DateTime earliest)
    {
        var utc = at.Kind == DateTimeKind.Local ? at.ToUniversalTime() : DateTime.SpecifyKind(at, DateTimeKind.Utc);
        if (utc > now + Tolerance)
        {
            return Failure.Invalid("At", "orders.act-in-future");
        }

        if (utc < earliest)
        {
            return Failure.Invalid("At", "orders.act-too-early");
        }

        return utc > now && now >= earliest ? now : utc;
    }
}
