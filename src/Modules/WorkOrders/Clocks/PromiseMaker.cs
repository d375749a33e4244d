using ServicePlatform.Settings;
using ServicePlatform.Sites;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Clocks;

/// <summary>Starts the clocks of what the site promises today.</summary>
internal sealed class PromiseMaker(ISettings settings, ISiteContext site)
{
    /// <param name="kind">Which promise.</param>
    /// <param name="job">For what.</param>
    /// <param name="at">From when on, UTC.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<PromiseClock> StartAsync(ClockKind kind, PromisedJob job, DateTime at, CancellationToken cancellationToken)
    {
        var promises = await settings.GetAsync<ServicePromises>(cancellationToken);
        var target = promises.TargetFor(job.Urgency, job.Level, job.JobType, job.DivisionCode);
        var (minutes, hours) = kind switch
        {
            ClockKind.Dispatch => (target.DispatchMinutes, CallingHours.Always),
            ClockKind.Booking => (target.BookingMinutes, new CallingHours(promises.CallingOpensMinute, promises.CallingClosesMinute)),
            _ => (target.CompletionMinutes, CallingHours.Always),
        };
        return PromiseClock.Start(kind, at, minutes, hours, site.TimeZone);
    }
}

/// <param name="Level">Member level of the customer.</param>
/// <param name="DivisionCode">Of the address; null while it is not known.</param>
internal sealed record PromisedJob(Urgency Urgency, string Level, string JobType, string? DivisionCode);
