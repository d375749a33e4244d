using System.Text.Json;
using System.Text.Json.Nodes;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Recipes;

namespace ServicePlatform.Kernel.Recipes;

/// <summary>Writes the set-up of the current site as a recipe. Run on a blank site it gives the same set-up.</summary>
public sealed class RecipeExporter(IEnumerable<IRecipeExport> exports)
{
    /// <returns>JSON in UTF-8, indented.</returns>
    public async Task<byte[]> ExportAsync(CancellationToken cancellationToken)
    {
        var steps = new JsonArray();
        foreach (var export in exports.OrderBy(export => export.Order).ToList())
        {
            foreach (var form in await export.ExportAsync(cancellationToken))
            {
                steps.Add(JsonSerializer.SerializeToNode(form, form.GetType(), RecipeStepContext.Json));
            }
        }

        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["steps"] = steps }, RecipeStepContext.Json);
    }
}

/// <summary>The site's features, name, language, zone and theme.</summary>
internal sealed class SiteExport(SiteContext site) : IRecipeExport
{
    public int Order => 0;

    public Task<IReadOnlyList<object>> ExportAsync(CancellationToken cancellationToken)
    {
        var row = site.Runtime.Row;
        return Task.FromResult<IReadOnlyList<object>>(
        [
            new FeaturesForm("features", [.. site.Runtime.Features.Order(StringComparer.Ordinal)]),
            new SettingsForm("settings", row.Name, row.Culture, row.TimeZone, row.Theme),
        ]);
    }
}
