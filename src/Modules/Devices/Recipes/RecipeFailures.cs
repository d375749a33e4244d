using ServicePlatform.Commands;
using ServicePlatform.Recipes;

namespace ServicePlatform.Devices.Recipes;

internal static class RecipeFailures
{
    /// <summary>A failed command as a failure of the step: names the row, the field and what is wrong with it.</summary>
    public static Failure At(this Failure failure, RecipeStepContext context, string path)
    {
        var reason = failure.Fields is [var field, ..]
            ? string.Join(' ', [field.Field + ":", field.Message ?? field.Code, .. field.Arguments])
            : string.Join(' ', [failure.Code, .. failure.Arguments]);
        return context.Failed(reason, path);
    }
}
