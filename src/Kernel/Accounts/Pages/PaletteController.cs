using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using ServicePlatform.Navigation;
using ServicePlatform.Search;
using ServicePlatform.Security;

namespace ServicePlatform.Accounts.Pages;

/// <summary>Answers the command palette: pages by name, then what the search sources of the enabled features find.</summary>
[Area("Accounts")]
[Staff]
internal sealed class PaletteController(IEnumerable<ISearchSource> sources, INavigation navigation, IStringLocalizer<Texts> texts, ILogger<PaletteController> logger) : Controller
{
    private const int LongestQuery = 100;
    private const int HitsPerSource = 6;

    [HttpGet("app/palette")]
    public async Task<IActionResult> Find(string? q, CancellationToken cancellationToken)
    {
        var text = (q ?? "").Trim();
        if (text.Length > LongestQuery)
        {
            text = text[..LongestQuery];
        }

        var hits = new List<SearchHit>();
        if (text.Length > 0)
        {
            foreach (var source in sources.OrderBy(source => source.Order))
            {
                hits.AddRange(await FindAsync(source, text, cancellationToken));
            }
        }

        hits.AddRange(navigation.Build("/app")
            .Where(item => text.Length == 0 || item.Text.Contains(text, StringComparison.CurrentCultureIgnoreCase))
            .Select(item => new SearchHit(texts["Palette.Pages"], item.Text, "", item.Path)));
        return Json(hits.Select(hit => new { group = hit.Group, title = hit.Title, detail = hit.Detail, url = Url.Content("~" + hit.Path) }));
    }

    /// <summary>One source that fails must not take the others' answers with it.</summary>
    private async Task<IReadOnlyList<SearchHit>> FindAsync(ISearchSource source, string text, CancellationToken cancellationToken)
    {
        try
        {
            return await source.FindAsync(text, HitsPerSource, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogError(exception, "The search source {Source} failed", source.GetType().Name);
            return [];
        }
    }
}
