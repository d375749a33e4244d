using Microsoft.AspNetCore.Mvc.Rendering;
using ServicePlatform.Kernel.Localization;
using ServicePlatform.Kernel.Modules;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Sites;

namespace ServicePlatform.Accounts.Settings;

/// <summary>What the settings of a site may be, in the reader's words.</summary>
internal sealed class SettingsChoices(ModuleCatalog catalog, ModuleTexts texts, IClock clock)
{
    public IReadOnlyList<SelectListItem> Cultures => SiteChoices.Cultures;

    public IReadOnlyList<SelectListItem> Themes => catalog.Themes.Keys.Order(StringComparer.Ordinal)
        .Select(id => new SelectListItem(texts.Find("Theme." + id) ?? id, id))
        .ToList();

    public IReadOnlyList<SelectListItem> TimeZones(string? current) => SiteChoices.TimeZones(clock.UtcNow, current);
}
