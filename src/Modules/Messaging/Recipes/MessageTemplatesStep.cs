using System.Text.Json;
using ServicePlatform.Commands;
using ServicePlatform.Messaging.Contracts;
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

    public async Task<Result<Done>> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var step = context.Bind<Step>();
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

    private sealed record Step(string Name)
    {
        public IReadOnlyList<TemplateEntry> Templates { get; init; } = [];
    }
}

/// <param name="Zh">Text in Chinese.</param>
/// <param name="En">Text in English.</param>
internal sealed record TemplateEntry(string Code, MessageClass Class, string Zh, string En, string? Name = null, string? EnglishName = null)
{
    /// <summary>Names that the senders fill in beyond those that the texts use.</summary>
    public IReadOnlyList<string> Placeholders { get; init; } = [];

    public SaveTemplate ToCommand(bool keepEdited) => new(Code, Name ?? Code, EnglishName, Class, Zh, En, Placeholders, keepEdited);
}
