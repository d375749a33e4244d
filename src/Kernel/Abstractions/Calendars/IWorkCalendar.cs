namespace ServicePlatform.Calendars;

/// <summary>The working calendar of the current site: weekly hours, public holidays with the working days moved for them, own days off.</summary>
public interface IWorkCalendar
{
    /// <summary>Hours as they stand today for work that begins at an instant: the week, and what differs from it in the <see cref="AheadDays"/> days after.</summary>
    /// <param name="at">UTC.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    Task<WorkHours> HoursFromAsync(DateTime at, CancellationToken cancellationToken);

    /// <summary>The longest chain of holidays and moved days, with room.</summary>
    const int AheadDays = 40;
}
