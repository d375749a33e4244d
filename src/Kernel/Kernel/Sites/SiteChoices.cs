using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ServicePlatform.Kernel.Sites;

/// <summary>Languages and zones that a site may be in, as forms offer them.</summary>
public static class SiteChoices
{
    /// <summary>The languages that the product is written in, each in its own words.</summary>
    public static IReadOnlyList<SelectListItem> Cultures { get; } =
        [.. new[] { "zh-CN", "en-US" }.Select(name => new SelectListItem(CultureInfo.GetCultureInfo(name).Parent.NativeName, name))];

    /// <summary>Zones by their distance from UTC; the one in force is there even if it has another name.</summary>
    public static IReadOnlyList<SelectListItem> TimeZones(DateTime utcNow, string? current = null) =>
        TimeZoneInfo.GetSystemTimeZones()
            .Where(zone => zone.Id.Contains('/', StringComparison.Ordinal) || zone.Id == current)
            .Select(zone => (zone, offset: zone.GetUtcOffset(utcNow)))
            .OrderBy(pair => pair.offset)
            .ThenBy(pair => pair.zone.Id, StringComparer.Ordinal)
            .Select(pair => new SelectListItem($"UTC{(pair.offset < TimeSpan.Zero ? "−" : "+")}{pair.offset:hh\\:mm} {pair.zone.Id.Replace('_', ' ')}", pair.zone.Id))
            .ToList();
}
