using Microsoft.AspNetCore.Mvc;
using ServicePlatform.Kernel.Recipes;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Operator.Recipes;

/// <summary>The schema of recipes, for editors: they ask for it without signing in, and it tells nothing of any site.</summary>
[Area("Operator")]
[Everybody]
internal sealed class RecipeSchemaController(RecipeSchema schema, ISiteContext site) : Controller
{
    [HttpGet("/recipes/schema.json")]
    [ResponseCache(Duration = 3600, Location = ResponseCacheLocation.Any)]
    public async Task<IActionResult> Show() => File(await schema.WriteAsync(site.Id), "application/schema+json");
}
