using System.Text.Json;
using ServicePlatform.Commands;
using ServicePlatform.Messaging.Templates;
using ServicePlatform.Recipes;

namespace ServicePlatform.Messaging.Recipes;

/// <summary>
/// Message templates by code: first those of the recipe, then the module's own defaults for every code that is not there yet.
/// Words that somebody has edited since are kept where the recipe does not name them.
/// </summary>
internal sealed class MessageTemplatesStep(ISender sender) : IRecipeStep
{
    private const string DefaultsFile = "ServicePlatform.Messaging.Recipes.default-templates.json";

    public string Name => "message-templates";

    public Type Form => typeof(TemplatesForm);

    public async Task<Result<Done>> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var step = context.Bind<TemplatesForm>();
        if (!step.Succeeded)
        {
            return step.Failure;
        }

        var named = step.Value.Templates.Select(entry => entry.Code).ToHashSet(StringComparer.Ordinal);
        SaveTemplate[] commands =
        [
            .. step.Value.Templates.Select(entry => entry.ToCommand(keepEdited: false)),
            .. Defaults().Where(entry => !named.Contains(entry.Code)).Select(entry => entry.ToCommand(keepEdited: true)),
        ];
        for (var place = 0; place < commands.Length; place++)
        {
            var saved = await sender.SendAsync(commands[place], cancellationToken);
            if (!saved.Succeeded)
            {
                var field = saved.Failure.Fields is [var first, ..] ? $"{first.Field}: {first.Message ?? first.Code}" : saved.Failure.Code;
                return context.Failed($"{commands[place].Code}: {field}", $"templates[{place}]");
            }
        }

        return Result.Done;
    }

    internal static IReadOnlyList<TemplateEntry> Defaults()
    {
        using var stream = typeof(MessageTemplatesStep).Assembly.GetManifestResourceStream(DefaultsFile)!;
        return JsonSerializer.Deserialize<IReadOnlyList<TemplateEntry>>(stream, RecipeStepContext.Json)!;
    }
}
