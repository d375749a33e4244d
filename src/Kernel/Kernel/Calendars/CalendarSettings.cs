using ServicePlatform.Calendars;

namespace ServicePlatform.Kernel.Calendars;

public enum PublicHolidays
{
    /// <summary>They are days like any other.</summary>
    Ignored,

    /// <summary>China's, with the working days moved for them.</summary>
    China,
}

/// <summary>Days on which a company works otherwise than its week and the public holidays say.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
/// <param name="Name">Why, in the company's words.</param>
/// <param name="Hours">Closed for days off.</param>
public sealed record OwnDays(DateOnly From, DateOnly Until, string Name, OpenHours Hours);

/// <summary>Settings: when a site works. Customers are called on every day of the week unless the company says otherwise.</summary>
public sealed record CalendarSettings
{
    public const int MostOwnDays = 40;

    /// <summary>Seven, Sunday first.</summary>
    public IReadOnlyList<OpenHours> Week { get; init; } = [.. Enumerable.Repeat(new OpenHours(8 * 60, 21 * 60), 7)];

    public PublicHolidays PublicHolidays { get; init; } = PublicHolidays.Ignored;

    /// <summary>Hours on public holidays where they are kept.</summary>
    public OpenHours HolidayHours { get; init; } = OpenHours.Closed;

    public IReadOnlyList<OwnDays> OwnDays { get; init; } = [];
}
