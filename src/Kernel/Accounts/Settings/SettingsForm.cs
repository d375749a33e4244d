using Microsoft.AspNetCore.Mvc.Rendering;

namespace ServicePlatform.Accounts.Settings;

internal sealed class SettingsForm
{
    public string? Name { get; set; }

    public string? Culture { get; set; }

    public string? TimeZone { get; set; }

    public string? Theme { get; set; }

    /// <summary>As the form showed it.</summary>
    public int Version { get; set; }

    public IReadOnlyList<SelectListItem> Cultures { get; set; } = [];

    public IReadOnlyList<SelectListItem> TimeZones { get; set; } = [];

    public IReadOnlyList<SelectListItem> Themes { get; set; } = [];
}
