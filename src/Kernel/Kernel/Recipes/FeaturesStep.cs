using ServicePlatform.Commands;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.Recipes;
using ServicePlatform.Sites;

namespace ServicePlatform.Kernel.Recipes;

/// <summary>Step <c>features</c>: switches features of the site on and off.</summary>
internal sealed class FeaturesStep(SiteDirectory directory, ISiteContext site) : IRecipeStep, IUntransactedStep
{
    public string Name => "features";

    public async Task<Result<Done>> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var step = context.Bind<FeaturesInput>();
        return step.Succeeded
            ? await directory.SwitchAsync(site.Id, step.Value.Enable ?? [], step.Value.Disable ?? [], cancellationToken)
            : step.Failure;
    }

    private sealed record FeaturesInput(string Name, IReadOnlyList<string>? Enable, IReadOnlyList<string>? Disable);
}
