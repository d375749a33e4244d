using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using ServicePlatform.Kernel.Localization;
using ServicePlatform.Kernel.Modules;
using ServicePlatform.Sites;

namespace ServicePlatform.Accounts.Settings;

/// <summary>What the settings of a site may be, in the reader's words.</summary>
internal sealed class SettingsChoices(ModuleCatalog catalog, ModuleTexts texts, IClock clock)
{
    /// <summary>The languages that the product is written in, each in its own words.</summary>
    public IReadOnlyList<SelectListItem> Cultures { get; } =
        [.. new[] { "zh-CN", "en-US" }.Select(name => new SelectListItem(CultureInfo.GetCultureInfo(name).Parent.NativeName, name))];

    public IReadOnlyList<SelectListItem> Themes => catalog.Themes.Keys.Order(StringComparer.Ordinal)
        .Select(id => new SelectListItem(texts.Find("Theme." + id) ?? id, id))
        .ToList();

    /// <summary>Zones by their distance from UTC today; the one in force is there even if it has another name.</summary>
    public IReadOnlyList<SelectListItem> TimeZones(string? current) =>
        TimeZoneInfo.GetSystemTimeZones()
            .Where(zone => zone.Id.Contains('/', StringComparison.Ordinal) || zone.Id == current)
            .Select(zone => (zone, offset: zone.GetUtcOffset(clock.UtcNow)))
            .OrderBy(pair => pair.offset)
            .ThenBy(pair => pair.zone.Id, StringComparer.Ordinal)
            .Select(pair => new SelectListItem($"UTC{(pair.offset < TimeSpan.Zero ? "−" : "+")}{pair.offset:hh\\:mm} {pair.zone.Id.Replace('_', ' ')}", pair.zone.Id))
            .ToList();
}
