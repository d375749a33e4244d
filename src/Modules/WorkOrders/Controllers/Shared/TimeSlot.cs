using System.Globalization;
using ServicePlatform.Ui;

namespace ServicePlatform.WorkOrders.Controllers;

/// <summary>A window of time as a form carries it, in the site's wall clock: <c>2026-11-22T14:00/16:00</c>.</summary>
internal sealed record TimeSlot(DateTime From, DateTime Until)
{
    private const string Start = "yyyy-MM-ddTHH:mm";

    public string Value => From.ToString(Start, CultureInfo.InvariantCulture) + Until.ToString("'/'HH:mm", CultureInfo.InvariantCulture);

    public (DateTime From, DateTime Until) ToUtc(SiteTime time) => (time.ToUtc(From), time.ToUtc(Until));

    /// <summary>Null for what is no window. One that ends before it starts is left to the rules of the command.</summary>
    public static TimeSlot? Parse(string? text)
    {
        var parts = text?.Split('/') ?? [];
        return parts.Length == 2
            && DateTime.TryParseExact(parts[0], Start, CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            && TimeOnly.TryParseExact(parts[1], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until)
            ? Of(DateOnly.FromDateTime(from), TimeOnly.FromDateTime(from), until)
            : null;
    }

    public static TimeSlot Of(DateOnly day, TimeOnly from, TimeOnly until) => new(day.ToDateTime(from), day.ToDateTime(until));
}
