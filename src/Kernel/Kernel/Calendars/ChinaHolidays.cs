using System.Text.Json;

namespace ServicePlatform.Kernel.Calendars;

/// <param name="Code">Names it in texts: <c>spring-festival</c>.</param>
/// <param name="From">First day off.</param>
/// <param name="Until">Last day off.</param>
public sealed record PublicHoliday(string Code, DateOnly From, DateOnly Until)
{
    public bool Contains(DateOnly day) => day >= From && day <= Until;
}

/// <summary>A year as it was announced.</summary>
/// <param name="Source">The notice that announced it.</param>
/// <param name="WorkingDays">Days at the weekend that are worked in exchange.</param>
public sealed record HolidayYear(int Year, string Source, IReadOnlyList<PublicHoliday> Holidays, IReadOnlyList<DateOnly> WorkingDays);

/// <summary>China's public holidays with the moved working days, read from the data file beside this class.</summary>
public sealed class ChinaHolidays
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    private readonly Dictionary<int, HolidayYear> _years;

    public ChinaHolidays()
    {
        using var data = typeof(ChinaHolidays).Assembly.GetManifestResourceStream("ServicePlatform.Kernel.Calendars.china-holidays.json")!;
        _years = JsonSerializer.Deserialize<DataFile>(data, Form)!.Years.ToDictionary(year => year.Year);
    }

    public IReadOnlyCollection<HolidayYear> Years => _years.Values;

    /// <summary>The year as announced; null for a year that is not known yet.</summary>
    public HolidayYear? In(int year) => _years.GetValueOrDefault(year);

    public bool IsHoliday(DateOnly day) => In(day.Year)?.Holidays.Any(holiday => holiday.Contains(day)) == true;

    public bool IsMovedWorkingDay(DateOnly day) => In(day.Year)?.WorkingDays.Contains(day) == true;

    private sealed record DataFile(IReadOnlyList<HolidayYear> Years);
}
