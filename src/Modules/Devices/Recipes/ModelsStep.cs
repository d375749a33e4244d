using ServicePlatform.Commands;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Recipes;

namespace ServicePlatform.Devices.Recipes;

/// <summary>Models with their filter positions, by principal and code. The position of a filter is its place in the list unless it says so.</summary>
internal sealed class ModelsStep(ISender sender, IPrincipalReader principals) : IRecipeStep
{
    public string Name => "models";

    public Type Form => typeof(ModelsForm);

    public async Task<Result<Done>> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var step = context.Bind<ModelsForm>();
        if (!step.Succeeded)
        {
            return step.Failure;
        }

        var known = (await principals.ListAsync(cancellationToken)).ToDictionary(principal => principal.Code, StringComparer.Ordinal);
        for (var place = 0; place < step.Value.Models.Count; place++)
        {
            var model = step.Value.Models[place];
            if (!known.TryGetValue(model.Principal, out var principal))
            {
                return context.Failed(model.Principal, $"models[{place}].principal");
            }

            var saved = await sender.SendAsync(model.ToCommand(principal.Id), cancellationToken);
            if (!saved.Succeeded)
            {
                return saved.Failure.At(context, $"models[{place}]");
            }
        }

        return Result.Done;
    }
}
