using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Kernel.Recipes;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.Web;

namespace ServicePlatform.Accounts.Settings.Recipe;

/// <summary>The set-up of the site as a recipe: written to a file, and read from one.</summary>
[Area("Accounts")]
[RequirePermission(AccountPermissions.Recipe)]
[Route("app/settings/recipe")]
internal sealed class RecipeController(
    ISender sender, RecipeCatalog recipes, RecipeRunner runner, RecipeExporter exporter, ISiteContext site, IFailureText words, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public IActionResult Index() => View(new RecipePage());

    [HttpGet("export")]
    public async Task<IActionResult> Export(CancellationToken cancellationToken) =>
        File(await exporter.ExportAsync(cancellationToken), "application/json", $"{site.Id}.recipe.json");

    /// <summary>Shows what a file would do, or all that is wrong with it. Nothing is done yet.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Check(IFormFile? recipeFile, CancellationToken cancellationToken)
    {
        if (recipeFile is not { Length: > 0 and <= RecipeCatalog.LargestFile })
        {
            return this.Failed(Failure.Invalid(nameof(RecipePage.RecipeFile), "accounts.recipe-size", RecipeCatalog.LargestFile / 1024), new RecipePage(), "Index");
        }

        using var content = new MemoryStream();
        await recipeFile.CopyToAsync(content, cancellationToken);
        var name = site.Id + "." + Convert.ToHexStringLower(SHA256.HashData(content.ToArray()))[..16];
        var kept = await recipes.KeepAsync(name, content.ToArray(), cancellationToken);
        if (!kept.Succeeded)
        {
            return Wrong(kept.Failure);
        }

        var preview = await runner.PreviewAsync(site.Id, kept.Value, cancellationToken);
        if (preview.Succeeded)
        {
            return View("Check", new RecipePage { Recipe = kept.Value, FileName = recipeFile.FileName, Steps = preview.Value });
        }

        recipes.Forget(kept.Value);
        return Wrong(preview.Failure);
    }

    [HttpPost("run")]
    public async Task<IActionResult> Run(string? recipe, CancellationToken cancellationToken)
    {
        var started = await sender.SendAsync(new StartRecipe(recipe ?? ""), cancellationToken);
        return started.Succeeded ? this.Done($"/app/tasks/{started.Value}", texts["Recipe.Started"]) : this.FailedPage(started.Failure);
    }

    private ViewResult Wrong(Failure failure)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Index", new RecipePage { Faults = [.. failure.Fields.Select(words.Describe)] });
    }
}

internal sealed class RecipePage
{
    public IFormFile? RecipeFile { get; set; }

    public string Recipe { get; init; } = "";

    public string FileName { get; init; } = "";

    public IReadOnlyList<RecipePreview> Steps { get; init; } = [];

    public IReadOnlyList<string> Faults { get; init; } = [];
}
