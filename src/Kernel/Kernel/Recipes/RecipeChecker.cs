using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Commands;
using ServicePlatform.Kernel.Modules;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Recipes;

namespace ServicePlatform.Kernel.Recipes;

/// <summary>Finds everything that is wrong with a recipe for a site before anything of it is done.</summary>
internal sealed class RecipeChecker(ModuleCatalog catalog, SiteScopes scopes, SiteRegistry registry)
{
    private static readonly string[] RootProperties = ["$schema", "title", "description", "steps"];

    /// <param name="siteId">The site that it would run in.</param>
    /// <param name="document">The recipe.</param>
    /// <param name="readFile">Opens files beside it.</param>
    /// <param name="cancellationToken">Stops looking names up.</param>
    /// <returns>What to run, or all faults.</returns>
    public async Task<Result<RecipePlan>> CheckAsync(string siteId, RecipeDocument document, Func<string, Stream?> readFile, CancellationToken cancellationToken)
    {
        if (RecipeRunner.Check(document.Root, "text") is { } noRecipe)
        {
            return noRecipe;
        }

        var findings = new RecipeFindings();
        foreach (var path in document.Doubles)
        {
            findings.Add(path, document.LineOf(path), "kernel.recipe-property-twice", path[(path.LastIndexOf('.') + 1)..]);
        }

        foreach (var property in document.Root.EnumerateObject().Where(property => !RootProperties.Contains(property.Name, StringComparer.Ordinal)))
        {
            findings.Add("$." + property.Name, document.LineOf("$." + property.Name), "kernel.recipe-property-unknown", property.Name, string.Join(", ", RootProperties));
        }

        var runtime = registry.Find(siteId) ?? throw new InvalidOperationException($"There is no site '{siteId}'.");
        var site = new SitePlan(runtime.Row, catalog);
        var contexts = document.Root.GetProperty("steps").EnumerateArray().Select((step, at) => new RecipeStepContext(step, $"$.steps[{at}]", readFile)).ToList();

        // What the host is told comes first: the features of the later steps follow from it.
        await using (var now = scopes.Open(runtime))
        {
            foreach (var (context, step) in Pairs(contexts, now.ServiceProvider))
            {
                if (step is ISitePlanStep plan && CheckForm(step, context, document, findings))
                {
                    plan.Plan(context, site, findings.At(document, context));
                }
            }
        }

        await using var scope = scopes.Open(runtime.As(site));
        var steps = await CheckStepsAsync(contexts, scope.ServiceProvider, document, findings, cancellationToken);
        foreach (var names in scope.ServiceProvider.GetServices<IRecipeNames>().Where(names => findings.KindsUsed.Contains(names.Kind, StringComparer.Ordinal)).ToList())
        {
            var needed = findings.NeedsOf(names.Kind);
            if (needed.Count > 0)
            {
                findings.Missing(names.Kind, await names.UnknownAsync(needed, cancellationToken));
            }
        }

        return findings.ToFailure() is { } failure ? failure : new RecipePlan(site, steps);
    }

    private static async Task<List<PlannedStep>> CheckStepsAsync(
        List<RecipeStepContext> contexts, IServiceProvider services, RecipeDocument document, RecipeFindings findings, CancellationToken cancellationToken)
    {
        var steps = new List<PlannedStep>();
        foreach (var (context, step) in Pairs(contexts, services))
        {
            var name = context.Step.GetProperty("name").GetString()!;
            if (step is null)
            {
                findings.Add(context.Path + ".name", document.LineOf(context.Path + ".name"), "kernel.recipe-no-step", name);
                continue;
            }

            steps.Add(new PlannedStep(name, context, step is IUntransactedStep));
            if (step is not ISitePlanStep && CheckForm(step, context, document, findings))
            {
                await step.CheckAsync(context, findings.At(document, context), cancellationToken);
            }
        }

        return [.. steps.OrderBy(step => step.IsUntransacted)];
    }

    private static IEnumerable<(RecipeStepContext Context, IRecipeStep? Step)> Pairs(List<RecipeStepContext> contexts, IServiceProvider services)
    {
        var steps = services.GetServices<IRecipeStep>().ToList();
        return contexts.Select(context => (context, steps.LastOrDefault(step => step.Name == context.Step.GetProperty("name").GetString())));
    }

    /// <summary>True where the form is in order, so that it can be read.</summary>
    private static bool CheckForm(IRecipeStep step, RecipeStepContext context, RecipeDocument document, RecipeFindings findings)
    {
        if (step.Form is not { } type)
        {
            return true;
        }

        // A form of its own, since what is wrong elsewhere does not keep this step from being read.
        var own = findings.Count;
        new FormCheck(RecipeForms.Of(type), document, findings).Check(context.Step, context.Path);
        return findings.Count == own;
    }
}
