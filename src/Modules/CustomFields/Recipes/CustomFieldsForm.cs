using System.ComponentModel.DataAnnotations;
using ServicePlatform.Data;
using ServicePlatform.Fields;
using ServicePlatform.Recipes;

namespace ServicePlatform.CustomFields.Recipes;

/// <summary>Fields that the site adds to its things.</summary>
internal sealed record CustomFieldsForm(string Name, IReadOnlyList<FieldEntry> Fields);

/// <param name="Of">Kind of thing: <c>customer</c>, <c>machine</c>, <c>order</c>.</param>
/// <param name="Code">Unique per kind; column name of tables.</param>
/// <param name="Principal">Code of the only brand whose things have it; null for all.</param>
/// <param name="Least">Smallest number.</param>
/// <param name="Most">Largest number.</param>
/// <param name="Unit">Of a number.</param>
internal sealed record FieldEntry(
    [RecipeRef(FieldSubjectNames.Name)] string Of,
    [RecipeKey("custom-field", "of"), MaxLength(Lengths.Kind), RegularExpression("^[a-z][a-z0-9_]*$")] string Code,
    [MinLength(1), MaxLength(Lengths.Code)] string Name,
    CustomFieldType Type,
    [MaxLength(Lengths.Code)] string? EnglishName = null,
    [RecipeRef("principal")] string? Principal = null,
    bool IsRequired = false,
    bool IsFilter = true,
    bool IsActive = true,
    double? Least = null,
    double? Most = null,
    [MaxLength(Lengths.Kind)] string? Unit = null,
    IReadOnlyList<ChoiceEntry>? Choices = null);

/// <param name="Code">What is stored; unique in the field.</param>
internal sealed record ChoiceEntry(
    [MinLength(1), MaxLength(Lengths.Kind), RegularExpression("^[a-z0-9][a-z0-9_-]*$")] string Code,
    [MinLength(1), MaxLength(Lengths.Code)] string Name,
    [MaxLength(Lengths.Code)] string? EnglishName = null);
