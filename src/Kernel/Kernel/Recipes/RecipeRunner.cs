using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServicePlatform.Commands;
using ServicePlatform.Kernel.Pipeline;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Recipes;

namespace ServicePlatform.Kernel.Recipes;

/// <summary>
/// Runs recipes: JSON with steps that are dispatched by name. A recipe is checked as a whole before anything is done; its steps are one
/// transaction, so that it stands altogether or not at all; it may be run again. See docs/recipes.md.
/// </summary>
public sealed class RecipeRunner
{
    private readonly RecipeCatalog _catalog;
    private readonly RecipeChecker _checker;
    private readonly SiteScopes _scopes;
    private readonly SiteRegistry _registry;
    private readonly ILogger<RecipeRunner> _logger;

    internal RecipeRunner(RecipeCatalog catalog, RecipeChecker checker, SiteScopes scopes, SiteRegistry registry, ILogger<RecipeRunner> logger)
    {
        _catalog = catalog;
        _checker = checker;
        _scopes = scopes;
        _registry = registry;
        _logger = logger;
    }

    public bool Exists(string recipe) => _catalog.Find(recipe) is not null;

    /// <summary>Forgets a recipe that was brought and is not needed any more; one of a module stays.</summary>
    public void Forget(string recipe) => _catalog.Forget(recipe);

    /// <summary>Runs a recipe in a site. A failure lists what is wrong, or names the step that could not be carried out; the site is as it was.</summary>
    public Task<Result<Done>> RunAsync(string siteId, string recipe, CancellationToken cancellationToken) => RunAsync(siteId, recipe, null, cancellationToken);

    /// <inheritdoc cref="RunAsync(string, string, CancellationToken)"/>
    /// <param name="progress">Told of each step before it begins.</param>
    public async Task<Result<Done>> RunAsync(string siteId, string recipe, IProgress<RecipeProgress>? progress, CancellationToken cancellationToken)
    {
        var plan = await ReadAsync(siteId, recipe, cancellationToken);
        return plan.Succeeded ? await RunAsync(siteId, recipe, plan.Value, progress, cancellationToken) : plan.Failure;
    }

    /// <summary>Runs a recipe that is given as text, without files beside it.</summary>
    public async Task<Result<Done>> RunTextAsync(string siteId, string json, CancellationToken cancellationToken)
    {
        var document = RecipeDocument.Read(Encoding.UTF8.GetBytes(json), "text");
        if (!document.Succeeded)
        {
            return document.Failure;
        }

        var plan = await _checker.CheckAsync(siteId, document.Value, _ => null, cancellationToken);
        return plan.Succeeded ? await RunAsync(siteId, "text", plan.Value, null, cancellationToken) : plan.Failure;
    }

    /// <summary>What a recipe would do in a site that is open to its people, or everything that is wrong with it.</summary>
    public async Task<Result<IReadOnlyList<RecipePreview>>> PreviewAsync(string siteId, string recipe, CancellationToken cancellationToken)
    {
        var plan = await ReadAsync(siteId, recipe, cancellationToken);
        if (!plan.Succeeded)
        {
            return plan.Failure;
        }

        return plan.Value.Steps.FirstOrDefault(step => step.IsUntransacted) is { } late
            ? Failure.Invalid(late.Context.Path, "kernel.recipe-new-site-only", late.Context.Path, late.Name)
            : plan.Value.Steps.Select(step => new RecipePreview(step.Name, RowsOf(step.Context.Step))).ToList();
    }

    /// <summary>What is wrong with the form of a recipe, before any of its steps is looked at; null if nothing is.</summary>
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

    private static int RowsOf(JsonElement step) => step.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.Array).Sum(property => property.Value.GetArrayLength());

    private async Task<Result<RecipePlan>> ReadAsync(string siteId, string recipe, CancellationToken cancellationToken)
    {
        if (_catalog.Find(recipe) is not { } source)
        {
            return Failure.Invalid("Recipe", "kernel.recipe-unknown", recipe);
        }

        using var memory = new MemoryStream();
        await using (var content = source.Open())
        {
            await content.CopyToAsync(memory, cancellationToken);
        }

        var document = RecipeDocument.Read(memory.ToArray(), recipe);
        return document.Succeeded ? await _checker.CheckAsync(siteId, document.Value, source.ReadFile, cancellationToken) : document.Failure;
    }

    private async Task<Result<Done>> RunAsync(string siteId, string recipe, RecipePlan plan, IProgress<RecipeProgress>? progress, CancellationToken cancellationToken)
    {
        var done = 0;
        void Begin(PlannedStep step)
        {
            _logger.LogInformation("Recipe {Recipe}: step {Path} ({Step}) in site {Site}", recipe, step.Context.Path, step.Name, siteId);
            progress?.Report(new RecipeProgress(step.Name, done++, plan.Steps.Count));
        }

        var failure = await RunTransactedAsync(siteId, plan, Begin, cancellationToken)
            ?? await SaveRowAsync(siteId, plan.Site, cancellationToken);
        foreach (var step in plan.Steps.Where(step => failure is null && step.IsUntransacted))
        {
            await using var scope = _scopes.Open(siteId);
            Begin(step);
            failure = (await ExecuteAsync(step, scope.ServiceProvider, cancellationToken)).Failure;
        }

        if (failure is not null)
        {
            return failure;
        }

        progress?.Report(new RecipeProgress("", done, done));
        return Result.Done;
    }

    /// <summary>All ordinary steps in one transaction, in the site as its row will be. The row itself is changed when they stand.</summary>
    private async Task<Failure?> RunTransactedAsync(string siteId, RecipePlan plan, Action<PlannedStep> begin, CancellationToken cancellationToken)
    {
        await using var scope = _scopes.Open(_registry.Find(siteId)!.As(plan.Site));
        var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        var result = await work.RunAsync<Done>(
            async () =>
            {
                await scope.ServiceProvider.GetRequiredService<RoleSeeder>().SeedAsync(cancellationToken);
                foreach (var step in plan.Steps.Where(step => !step.IsUntransacted))
                {
                    begin(step);
                    var ran = await ExecuteAsync(step, scope.ServiceProvider, cancellationToken);
                    if (!ran.Succeeded)
                    {
                        return ran;
                    }

                    await work.SettleAsync(cancellationToken);
                }

                return Result.Done;
            },
            null,
            cancellationToken);
        return result.Failure;
    }

    private async Task<Failure?> SaveRowAsync(string siteId, SitePlan plan, CancellationToken cancellationToken)
    {
        await using var scope = _scopes.Open(siteId);
        return plan.ChangesRow ? (await scope.ServiceProvider.GetRequiredService<SiteDirectory>().SavePlanAsync(siteId, plan, cancellationToken)).Failure : null;
    }

    /// <summary>A step that throws fails like one that refuses: it is the site's misfortune, not the host's.</summary>
    private async Task<Result<Done>> ExecuteAsync(PlannedStep planned, IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            return await services.GetServices<IRecipeStep>().Last(step => step.Name == planned.Name).ExecuteAsync(planned.Context, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            _logger.LogError(exception, "Recipe step {Path} ({Step}) broke off", planned.Context.Path, planned.Name);
            return planned.Context.Failed(exception.GetBaseException().Message);
        }
    }
}
