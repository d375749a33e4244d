using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Messaging.Templates;
using ServicePlatform.Recipes;

namespace ServicePlatform.Messaging.Recipes;

/// <summary>Message templates; those that the recipe does not name keep their words.</summary>
internal sealed record TemplatesForm(string Name)
{
    public IReadOnlyList<TemplateEntry> Templates { get; init; } = [];
}

/// <param name="Zh">Text in Chinese.</param>
/// <param name="En">Text in English.</param>
/// <param name="Active">False for a message that is not sent; left out: as it is.</param>
internal sealed record TemplateEntry(
    [RecipeKey("template"), MaxLength(Lengths.Code)] string Code,
    MessageClass Class,
    [MinLength(1), MaxLength(MessageTemplate.MaximumText)] string Zh,
    [MinLength(1), MaxLength(MessageTemplate.MaximumText)] string En,
    [MaxLength(Lengths.Name)] string? Name = null,
    [MaxLength(Lengths.Name)] string? EnglishName = null,
    bool? Active = null)
{
    /// <summary>Names that the senders fill in beyond those that the texts use.</summary>
    public IReadOnlyList<string> Placeholders { get; init; } = [];

    public SaveTemplate ToCommand(bool keepEdited) => new(Code, Name ?? Code, EnglishName, Class, Zh, En, Placeholders, keepEdited, Active);
}

internal sealed class TemplatesExport(ISiteDb db) : IRecipeExport
{
    public int Order => 31;

    public async Task<IReadOnlyList<object>> ExportAsync(CancellationToken cancellationToken)
    {
        var templates = await db.List<MessageTemplate>().OrderBy(row => row.Code).ToListAsync(cancellationToken);
        return
        [
            new TemplatesForm("message-templates")
            {
                Templates =
                [
                    .. templates.Select(row => new TemplateEntry(row.Code, row.Class, row.ChineseText, row.EnglishText, row.Name, row.EnglishName, row.IsActive)
                    {
                        Placeholders = row.PlaceholderNames.Split(',', StringSplitOptions.RemoveEmptyEntries),
                    }),
                ],
            },
        ];
    }
}
