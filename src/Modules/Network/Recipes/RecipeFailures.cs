using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Recipes;

namespace ServicePlatform.Network.Recipes;

internal static class RecipeFailures
{
    /// <summary>
    /// Sends a command of a recipe and writes it at once, since the whole step is one transaction and the next row asks the
    /// database for what this one has made.
    /// </summary>
    public static async Task<Result<T>> SendAndSaveAsync<T>(this ISender sender, ISiteDb db, ICommand<T> command, CancellationToken cancellationToken)
    {
        var result = await sender.SendAsync(command, cancellationToken);
        if (result.Succeeded)
        {
            await db.SaveAsync(cancellationToken);
        }

        return result;
    }

    /// <summary>A failed command as a failure of the step: names the row, the field and what is wrong with it.</summary>
    public static Failure At(this Failure failure, RecipeStepContext context, string path)
    {
        var field = failure.Fields.Count > 0 ? failure.Fields[0] : null;
        var reason = field is null
            ? string.Join(' ', [failure.Code, .. failure.Arguments])
            : string.Join(' ', [field.Field + ":", field.Message ?? field.Code, .. field.Arguments]);
        return context.Failed(reason, path);
    }
}
