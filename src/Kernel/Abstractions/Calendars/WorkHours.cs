using System.Globalization;

namespace ServicePlatform.Calendars;

/// <summary>
/// When work is done: hours of each weekday, and days that differ from their weekday. Has a short text form, so that what was promised
/// can keep the hours of the day on which it was promised.
/// </summary>
public sealed class WorkHours : IEquatable<WorkHours>
{
    private const int DaysAWeek = 7;

    private readonly OpenHours[] _week;
    private readonly SortedDictionary<DateOnly, OpenHours> _exceptions;

    /// <param name="week">Seven, Sunday first; at least one has hours.</param>
    /// <param name="exceptions">Days that differ; of the same day the last one holds.</param>
    /// <exception cref="ArgumentException">There are not seven days, or none has hours.</exception>
    public WorkHours(IEnumerable<OpenHours> week, IEnumerable<KeyValuePair<DateOnly, OpenHours>> exceptions)
    {
        _week = [.. week.Select(hours => hours.IsClosed ? OpenHours.Closed : hours)];
        if (_week.Length != DaysAWeek || Array.TrueForAll(_week, hours => hours.IsClosed))
        {
            throw new ArgumentException("A week has seven days, and hours on one of them at least.", nameof(week));
        }

        _exceptions = [];
        foreach (var (day, hours) in exceptions)
        {
            _exceptions[day] = hours.IsClosed ? OpenHours.Closed : hours;
        }
    }

    /// <summary>Around the clock.</summary>
    public static WorkHours Always { get; } = Daily(0, 24 * 60);

    public bool IsAlways => _exceptions.Count == 0 && Array.TrueForAll(_week, hours => hours == OpenHours.WholeDay);

    /// <summary>The same hours on every day; around the clock where the opening is not before the closing.</summary>
    /// <param name="opensMinute">Minute of the day, 0 to 1439.</param>
    /// <param name="closesMinute">1 to 1440.</param>
    public static WorkHours Daily(int opensMinute, int closesMinute) =>
        new(Enumerable.Repeat(opensMinute < closesMinute ? new OpenHours(opensMinute, closesMinute) : OpenHours.WholeDay, DaysAWeek), []);

    /// <summary>Hours of a day.</summary>
    public OpenHours On(DateOnly day) => _exceptions.TryGetValue(day, out var hours) ? hours : _week[(int)day.DayOfWeek];

    public bool IsOpen(DateTime local) => On(DateOnly.FromDateTime(local)).IsOpen(local.TimeOfDay);

    /// <summary>The next local time after <paramref name="local"/> at which work may begin or end; at most a day later.</summary>
    public DateTime NextChange(DateTime local)
    {
        var hours = On(DateOnly.FromDateTime(local));
        if (!hours.IsClosed)
        {
            var opens = local.Date.AddMinutes(hours.OpensMinute);
            if (local < opens)
            {
                return opens;
            }

            var closes = local.Date.AddMinutes(hours.ClosesMinute);
            if (local < closes)
            {
                return closes;
            }
        }

        return local.Date.AddDays(1);
    }

    /// <summary>Short form: hours of the week, then days that differ. <c>480-1260 20261001:- 20261010:480-1080</c>; empty for around the clock.</summary>
    public override string ToString()
    {
        if (IsAlways)
        {
            return "";
        }

        var week = Array.TrueForAll(_week, hours => hours == _week[0]) ? Text(_week[0]) : string.Join(',', _week.Select(Text));
        return string.Join(' ', _exceptions.Select(pair => $"{pair.Key:yyyyMMdd}:{Text(pair.Value)}").Prepend(week));
    }

    /// <exception cref="FormatException">The text is not one that <see cref="ToString"/> makes.</exception>
    public static WorkHours Parse(string text)
    {
        if (text.Length == 0)
        {
            return Always;
        }

        var parts = text.Split(' ');
        var week = parts[0].Split(',').Select(Hours).ToList();
        var exceptions = parts.Skip(1).Select(part => part.Split(':')).Select(part => KeyValuePair.Create(
            DateOnly.ParseExact(part[0], "yyyyMMdd", CultureInfo.InvariantCulture), Hours(part[1])));
        return new WorkHours(week.Count == 1 ? Enumerable.Repeat(week[0], DaysAWeek) : week, exceptions);
    }

    public bool Equals(WorkHours? other) => other is not null && ToString() == other.ToString();

    public override bool Equals(object? obj) => Equals(obj as WorkHours);

    public override int GetHashCode() => string.GetHashCode(ToString(), StringComparison.Ordinal);

    private static string Text(OpenHours hours) => hours.IsClosed ? "-" : string.Create(CultureInfo.InvariantCulture, $"{hours.OpensMinute}-{hours.ClosesMinute}");

    private static OpenHours Hours(string text)
    {
        if (text == "-")
        {
            return OpenHours.Closed;
        }

        var ends = text.Split('-');
        return ends.Length == 2
            ? new OpenHours(int.Parse(ends[0], CultureInfo.InvariantCulture), int.Parse(ends[1], CultureInfo.InvariantCulture))
            : throw new FormatException($"'{text}' are no hours.");
    }
}
