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

        foreach (var command in step.Value.Templates.Select(entry => entry.ToCommand(keepEdited: false))
            .Concat(Defaults().Select(entry => entry.ToCommand(keepEdited: true))))
        {
            var saved = await sender.SendAsync(command, cancellationToken);
            if (!saved.Succeeded)
            {
                return saved.Failure;
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
