using ServicePlatform.Commands;
using ServicePlatform.Recipes;

namespace ServicePlatform.Kernel.Recipes;

/// <summary>Step <c>features</c>: switches features of the site on and off.</summary>
internal sealed class FeaturesStep : ISitePlanStep
{
    public string Name => "features";

    public Type Form => typeof(FeaturesForm);

    public void Plan(RecipeStepContext context, SitePlan plan, IRecipeFindings findings)
    {
        var form = context.Bind<FeaturesForm>();
        if (!form.Succeeded)
        {
            return;
        }

        var (on, off) = (form.Value.Enable ?? [], form.Value.Disable ?? []);
        for (var at = 0; at < on.Count; at++)
        {
            if (!plan.Row.IsOperatorArea && plan.Catalog.Close([on[at]]).Any(feature => plan.Catalog.Features[feature].OperatorAreaOnly))
            {
                findings.Add($"enable[{at}]", "kernel.recipe-feature-reserved", on[at]);
            }
        }

        for (var at = 0; at < off.Count; at++)
        {
            if (plan.Catalog.Features.TryGetValue(off[at], out var feature) && feature.AlwaysEnabled)
            {
                findings.Add($"disable[{at}]", "kernel.recipe-feature-always", off[at]);
            }
        }

        plan.Switch(on, off);
    }

    public Task<Result<Done>> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken) => Task.FromResult(Result.Done);
}

/// <summary>Features that the site has on and off. What a feature needs comes with it, what needs one that goes off goes too.</summary>
internal sealed record FeaturesForm(string Name, [RecipeRef("feature")] IReadOnlyList<string>? Enable = null, [RecipeRef("feature")] IReadOnlyList<string>? Disable = null);
