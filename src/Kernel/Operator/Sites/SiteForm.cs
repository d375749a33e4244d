using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using ServicePlatform.Archives.Backups;
using ServicePlatform.Data.Host;

namespace ServicePlatform.Operator.Sites;

internal sealed class SiteForm
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Prefix { get; set; }

    public string? Hosts { get; set; }

    public string? Recipe { get; set; }

    /// <summary>A recipe of the operator's own, in place of one that the modules bring.</summary>
    public IFormFile? RecipeFile { get; set; }

    public string? Culture { get; set; } = "zh-CN";

    public string? TimeZone { get; set; } = "Asia/Shanghai";

    public string? Provider { get; set; } = "Sqlite";

    /// <summary>Of a database on a server.</summary>
    public string? Connection { get; set; }

    [BindNever]
    public bool IsTested { get; set; }

    public IReadOnlyList<SelectListItem> Providers { get; set; } = [];

    public IReadOnlyList<SelectListItem> Recipes { get; set; } = [];

    public IReadOnlyList<SelectListItem> Cultures { get; set; } = [];

    public IReadOnlyList<SelectListItem> TimeZones { get; set; } = [];
}

/// <param name="Recipes">Offered where the site's own recipe has not run to the end.</param>
/// <param name="Link">Complete address of the site; null where it does not answer.</param>
internal sealed record SitePage(SiteLine Site, IReadOnlyList<SelectListItem> Recipes, string? Link)
{
    /// <summary>The newest.</summary>
    public IReadOnlyList<BackupLine> Backups { get; init; } = [];

    /// <summary>Where its data were before.</summary>
    public IReadOnlyList<FormerPlace> Former { get; init; } = [];
}
