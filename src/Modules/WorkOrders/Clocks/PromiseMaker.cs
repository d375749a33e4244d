using ServicePlatform.Calendars;
using ServicePlatform.Settings;
using ServicePlatform.Sites;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Clocks;

/// <summary>Starts the clocks of what the site promises today.</summary>
internal sealed class PromiseMaker(ISettings settings, IWorkCalendar calendar, ISiteContext site)
{
    /// <param name="kind">Which promise.</param>
    /// <param name="job">For what.</param>
    /// <param name="at">From when on, UTC.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<PromiseClock> StartAsync(ClockKind kind, PromisedJob job, DateTime at, CancellationToken cancellationToken)
    {
        var promises = await settings.GetAsync<ServicePromises>(cancellationToken);
        var target = promises.TargetFor(job.Urgency, job.Level, job.JobType, job.DivisionCode);
        var (minutes, inWorkingHours) = kind switch
        {
            ClockKind.Dispatch => (target.DispatchMinutes, promises.DispatchInWorkingHours),
            ClockKind.Booking => (target.BookingMinutes, promises.BookingInWorkingHours),
            _ => (target.CompletionMinutes, promises.CompletionInWorkingHours),
        };
        var hours = inWorkingHours ? await calendar.HoursFromAsync(at, cancellationToken) : WorkHours.Always;
        return PromiseClock.Start(kind, at, minutes, hours, site.TimeZone);
    }
}

/// <param name="Level">Member level of the customer.</param>
/// <param name="DivisionCode">Of the address; null while it is not known.</param>
internal sealed record PromisedJob(Urgency Urgency, string Level, string JobType, string? DivisionCode);
