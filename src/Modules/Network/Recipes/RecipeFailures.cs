using ServicePlatform.Commands;
using ServicePlatform.Recipes;

namespace ServicePlatform.Network.Recipes;

internal static class RecipeFailures
{
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
