using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Network.Principals;
using ServicePlatform.Recipes;
using Microsoft.EntityFrameworkCore;

namespace ServicePlatform.Network.Recipes;

/// <summary><c>{ "name": "principals", "principals": [{ "code", "name", "hotline", "active" }] }</c></summary>
internal sealed class PrincipalsStep(ISender sender, ISiteDb db) : IRecipeStep
{
    public string Name => "principals";

    public Type Form => typeof(PrincipalsForm);

    public async Task<Result<Done>> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var step = context.Bind<PrincipalsForm>();
        if (!step.Succeeded)
        {
            return step.Failure;
        }

        for (var at = 0; at < step.Value.Principals.Count; at++)
        {
            var row = step.Value.Principals[at];
            var standing = await db.List<Principal>().FirstOrDefaultAsync(principal => principal.Code == row.Code, cancellationToken);
            var saved = await sender.SendAndSaveAsync(db, new SavePrincipal(standing?.Id, row.Code, row.Name, row.Hotline, row.Active, standing?.Version ?? 0), cancellationToken);
            if (!saved.Succeeded)
            {
                return saved.Failure.At(context, $"principals[{at}]");
            }
        }

        return Result.Done;
    }
}
