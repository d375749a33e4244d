using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data.Host;
using ServicePlatform.Data.Sites;
using ServicePlatform.Data.Tasks;
using ServicePlatform.Kernel.Localization;
using ServicePlatform.Kernel.Modules;
using ServicePlatform.Kernel.Recipes;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Sites;

namespace ServicePlatform.Operator.Sites;

/// <summary>What the operator reads of the sites: their rows and whether they answer, never their data.</summary>
internal sealed class SiteBoard(SiteRegistry registry, ModuleCatalog catalog, RecipeCatalog recipes, ModuleTexts texts, SiteDbContext db, IClock clock)
{
    /// <summary>The recipe without demonstration data and without accounts.</summary>
    public const string BlankRecipe = "blank";

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
        recipes.Find(recipe) is { } source
        && (source.Assembly is null || (catalog.ModuleOf(source.Assembly) is { } module && !catalog.Features[module.Id].OperatorAreaOnly));

    /// <summary>
    /// A site with a host name and no prefix takes every address of that name. Where the operator works under it too, he would
    /// shut himself out, and with him nobody could undo it.
    /// </summary>
    /// <param name="prefix">Wanted for another site.</param>
    /// <param name="hosts">Wanted for it, separated by blanks.</param>
    /// <param name="ownHost">Under which the operator works at the moment.</param>
    public Failure? ShutsOut(string prefix, string hosts, string ownHost) =>
        prefix.Length == 0
        && hosts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(ownHost, StringComparer.OrdinalIgnoreCase)
        && !registry.All.Any(site => site.Row.IsOperatorArea && site.Hosts.Contains(ownHost, StringComparer.OrdinalIgnoreCase))
            ? Failure.Invalid(nameof(NewSite.Hosts), "operator.shuts-out", ownHost)
            : null;

    public IReadOnlyList<SelectListItem> TimeZones() => SiteChoices.TimeZones(clock.UtcNow);

    /// <summary>Whether a task that has to do with the site has not ended yet.</summary>
    public Task<bool> IsBusyAsync(string siteId, CancellationToken cancellationToken) =>
        db.Set<LongTaskRow>().AnyAsync(task => task.OpenKey == Databases.MoveTask.Id + ":" + siteId || task.OpenKey == Backups.RestoreTask.Id + ":" + siteId, cancellationToken);

    private SiteLine Line(SiteRuntime site)
    {
        var row = site.Row;
        var health = site.Fault is not null ? SiteHealth.Fault : row.State switch
        {
            SiteState.Stopped => SiteHealth.Stopped,
            SiteState.SettingUp => SiteHealth.SettingUp,
            SiteState.Moving => SiteHealth.Moving,
            _ => SiteHealth.Running,
        };
        var features = site.Features.Where(feature => !catalog.Features[feature].AlwaysEnabled)
            .Select(feature => texts.Find(catalog.Features[feature].Module.Assembly, "Feature." + feature) ?? feature)
            .Order(StringComparer.CurrentCulture)
            .ToList();
        return new SiteLine(
            row.Id, row.Name, row.Prefix, site.Hosts, health, site.Fault, row.Recipe, row.Recipe is { } recipe ? texts.Find("Recipe." + recipe) ?? recipe : null,
            features, row.Provider, site.Culture == CultureInfo.InvariantCulture ? row.Culture : site.Culture.Parent.NativeName, row.TimeZone, row.CreatedAt, row.IsOperatorArea)
        {
            Version = row.Version,
            MaySetUp = (row.State == SiteState.SettingUp && site.Fault is not null) || (health == SiteHealth.Running && row.Recipe is null),
        };
    }
}

internal enum SiteHealth
{
    Running,
    Stopped,
    Fault,
    SettingUp,
    Moving,
}

/// <param name="Fault">Why it cannot be opened; null where it can.</param>
/// <param name="Recipe">Null where it was made without one.</param>
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
    /// <summary>Of the site's row.</summary>
    public int Version { get; init; }

    /// <summary>Whether a recipe may be run: the site's own did not run to the end, or it has none.</summary>
    public bool MaySetUp { get; init; }

    /// <summary>Where it answers, as people write it.</summary>
    public IReadOnlyList<string> Addresses => Hosts.Count == 0 ? ["/" + Prefix] : Hosts.Select(host => Prefix.Length == 0 ? host : $"{host}/{Prefix}").ToList();
}
