using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServicePlatform.Commands;
using ServicePlatform.Kernel.Pipeline;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Recipes;

namespace ServicePlatform.Kernel.Recipes;

/// <summary>Runs recipes: JSON with steps that are dispatched by name. Each step is one transaction and safe to run again.</summary>
public sealed class RecipeRunner(RecipeCatalog catalog, SiteScopes scopes, ILogger<RecipeRunner> logger)
{
    internal static readonly JsonDocumentOptions Reading = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public bool Exists(string recipe) => catalog.Find(recipe) is not null;

    /// <summary>Runs a recipe in a site. A failure names the step and the path; the steps before it stay done.</summary>
    public Task<Result<Done>> RunAsync(string siteId, string recipe, CancellationToken cancellationToken) => RunAsync(siteId, recipe, null, cancellationToken);

    /// <inheritdoc cref="RunAsync(string, string, CancellationToken)"/>
    /// <param name="progress">Told of each step before it begins.</param>
    public async Task<Result<Done>> RunAsync(string siteId, string recipe, IProgress<RecipeProgress>? progress, CancellationToken cancellationToken)
    {
        if (catalog.Find(recipe) is not { } source)
        {
            return Failure.Invalid("Recipe", "kernel.recipe-unknown", recipe);
        }

        JsonDocument document;
        try
        {
            await using var content = source.Open();
            document = await JsonDocument.ParseAsync(content, Reading, cancellationToken);
        }
        catch (JsonException exception)
        {
            return Failure.Invalid("Recipe", "kernel.recipe-json", recipe, exception.LineNumber ?? 0, exception.Message);
        }

        using (document)
        {
            return await RunAsync(siteId, source, document.RootElement, progress, cancellationToken);
        }
    }

    /// <summary>Runs a recipe that is given as text, without files beside it.</summary>
    public async Task<Result<Done>> RunTextAsync(string siteId, string json, CancellationToken cancellationToken)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, Reading);
        }
        catch (JsonException exception)
        {
            return Failure.Invalid("Recipe", "kernel.recipe-json", "text", exception.LineNumber ?? 0, exception.Message);
        }

        using (document)
        {
            return await RunAsync(siteId, new RecipeSource("text", typeof(RecipeRunner).Assembly), document.RootElement, null, cancellationToken);
        }
    }

    /// <summary>What is wrong with the form of a recipe, before any of its steps is run; null if nothing is.</summary>
    internal static Failure? Check(JsonElement recipe, string name)
    {
        if (recipe.ValueKind != JsonValueKind.Object || !recipe.TryGetProperty("steps", out var steps) || steps.ValueKind != JsonValueKind.Array)
        {
            return Failure.Invalid("Recipe", "kernel.recipe-steps", name);
        }

        var unnamed = steps.EnumerateArray().ToList().FindIndex(step =>
            step.ValueKind != JsonValueKind.Object || !step.TryGetProperty("name", out var stepName) || stepName.ValueKind != JsonValueKind.String);
        return unnamed < 0 ? null : Failure.Invalid("Recipe", "kernel.recipe-step-name", $"$.steps[{unnamed}]");
    }

    private async Task<Result<Done>> RunAsync(string siteId, RecipeSource source, JsonElement recipe, IProgress<RecipeProgress>? progress, CancellationToken cancellationToken)
    {
        if (Check(recipe, source.Name) is { } failure)
        {
            return failure;
        }

        var steps = recipe.GetProperty("steps");
        var index = 0;
        foreach (var step in steps.EnumerateArray())
        {
            var name = step.GetProperty("name").GetString()!;
            progress?.Report(new RecipeProgress(name, index, steps.GetArrayLength()));
            var path = $"$.steps[{index++}]";

            // A scope for each step: a step may switch features on, which later steps then see.
            await using var scope = scopes.Open(siteId);
            var handler = scope.ServiceProvider.GetServices<IRecipeStep>().LastOrDefault(candidate => candidate.Name == name);
            if (handler is null)
            {
                return Failure.Invalid(path, "kernel.recipe-step-unknown", path, name);
            }

            logger.LogInformation("Recipe {Recipe}: step {Path} ({Step}) in site {Site}", source.Name, path, handler.Name, siteId);
            var context = new RecipeStepContext(step, path, source.ReadFile);
            var result = await RunAsync(handler, context, scope.ServiceProvider, cancellationToken);
            if (!result.Succeeded)
            {
                return result.Failure;
            }
        }

        progress?.Report(new RecipeProgress("", index, index));
        return Result.Done;
    }

    /// <summary>A step that throws fails like one that refuses: it is the site's misfortune, not the host's.</summary>
    private async Task<Result<Done>> RunAsync(IRecipeStep step, RecipeStepContext context, IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            return step is IUntransactedStep
                ? await step.ExecuteAsync(context, cancellationToken)
                : await services.GetRequiredService<UnitOfWork>().RunAsync(() => step.ExecuteAsync(context, cancellationToken), null, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            logger.LogError(exception, "Recipe step {Path} ({Step}) broke off", context.Path, step.Name);
            return context.Failed(exception.GetBaseException().Message);
        }
    }
}
