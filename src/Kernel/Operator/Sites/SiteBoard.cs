using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using ServicePlatform.Data.Host;
using ServicePlatform.Kernel.Localization;
using ServicePlatform.Kernel.Modules;
using ServicePlatform.Kernel.Recipes;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Sites;

namespace ServicePlatform.Operator.Sites;

/// <summary>What the operator reads of the sites: their rows and whether they answer, never their data.</summary>
internal sealed class SiteBoard(SiteRegistry registry, ModuleCatalog catalog, RecipeCatalog recipes, ModuleTexts texts, IClock clock)
{
    public IReadOnlyList<SiteLine> Read() => registry.All.OrderBy(site => site.Row.CreatedAt).Select(Line).ToList();

    public SiteLine? Find(string id) => registry.Find(id) is { } site ? Line(site) : null;

    /// <summary>Recipes for ordinary sites.</summary>
    public IReadOnlyList<SelectListItem> Recipes() => recipes.Names
        .Where(IsOrdinary)
        .Order(StringComparer.Ordinal)
        .Select(name => new SelectListItem(texts.Find("Recipe." + name) ?? name, name))
        .ToList();

    /// <summary>False for the recipe of the operator's area.</summary>
    public bool IsOrdinary(string recipe) =>
        recipes.Find(recipe) is { } source && catalog.ModuleOf(source.Assembly) is { } module && !catalog.Features[module.Id].OperatorAreaOnly;

    public static IReadOnlyList<SelectListItem> Cultures { get; } =
        [.. new[] { "zh-CN", "en-US" }.Select(name => new SelectListItem(CultureInfo.GetCultureInfo(name).NativeName, name))];

    public IReadOnlyList<SelectListItem> TimeZones() => TimeZoneInfo.GetSystemTimeZones()
        .Where(zone => zone.Id.Contains('/', StringComparison.Ordinal))
        .Select(zone => (zone, offset: zone.GetUtcOffset(clock.UtcNow)))
        .OrderBy(pair => pair.offset)
        .ThenBy(pair => pair.zone.Id, StringComparer.Ordinal)
        .Select(pair => new SelectListItem($"UTC{(pair.offset < TimeSpan.Zero ? "−" : "+")}{pair.offset:hh\\:mm} {pair.zone.Id.Replace('_', ' ')}", pair.zone.Id))
        .ToList();

    private SiteLine Line(SiteRuntime site)
    {
        var row = site.Row;
        var health = site.Fault is not null ? SiteHealth.Fault : row.State == SiteState.Stopped ? SiteHealth.Stopped : SiteHealth.Running;
        var features = site.Features.Where(feature => !catalog.Features[feature].AlwaysEnabled)
            .Select(feature => texts.Find(catalog.Features[feature].Module.Assembly, "Feature." + feature) ?? feature)
            .Order(StringComparer.CurrentCulture)
            .ToList();
        return new SiteLine(
            row.Id, row.Name, row.Prefix, site.Hosts, health, site.Fault, row.Recipe, row.Recipe is { } recipe ? texts.Find("Recipe." + recipe) ?? recipe : null,
            features, row.Provider, CultureInfo.GetCultureInfo(row.Culture).NativeName, row.TimeZone, row.CreatedAt, row.IsOperatorArea);
    }
}

internal enum SiteHealth
{
    Running,
    Stopped,
    Fault,
}

/// <param name="Fault">Why it cannot be opened; null where it can.</param>
/// <param name="Recipe">Null until its recipe has run to the end.</param>
internal sealed record SiteLine(
    string Id,
    string Name,
    string Prefix,
    IReadOnlyList<string> Hosts,
    SiteHealth Health,
    string? Fault,
    string? Recipe,
    string? RecipeName,
    IReadOnlyList<string> Features,
    string Provider,
    string Culture,
    string TimeZone,
    DateTime CreatedAt,
    bool IsOperatorArea)
{
    /// <summary>Where it answers, as people write it.</summary>
    public IReadOnlyList<string> Addresses => Hosts.Count == 0 ? ["/" + Prefix] : Hosts.Select(host => Prefix.Length == 0 ? host : $"{host}/{Prefix}").ToList();
}
