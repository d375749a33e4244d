using System.ComponentModel.DataAnnotations;
using ServicePlatform.Data;
using ServicePlatform.Devices.Categories;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Models;
using ServicePlatform.Recipes;

namespace ServicePlatform.Devices.Recipes;

/// <summary>Kinds of product that the site serves, with what is asked of each machine.</summary>
internal sealed record CategoriesForm(string Name, IReadOnlyList<CategoryEntry> Categories);

internal sealed record CategoryEntry(
    [RecipeKey("category"), MaxLength(Lengths.Code), RegularExpression(Codes.Form)] string Code,
    [MinLength(1), MaxLength(Lengths.Name)] string Name,
    [MaxLength(Lengths.Name)] string? EnglishName = null,
    bool IsActive = true)
{
    public IReadOnlyList<AttributeEntry> Attributes { get; init; } = [];
}

internal sealed record AttributeEntry(
    [MinLength(1), MaxLength(Lengths.Code), RegularExpression(Codes.Form)] string Code,
    [MinLength(1), MaxLength(Lengths.Name)] string Name,
    [MaxLength(Lengths.Name)] string? EnglishName = null,
    AttributeKind Kind = AttributeKind.Text,
    [MaxLength(Lengths.Kind)] string? Unit = null,
    bool IsRequired = false)
{
    public CategoryAttributeInput ToInput() => new(Code, Name, EnglishName, Kind, Unit, IsRequired);
}

/// <summary>Products of the principals, with their filter positions.</summary>
internal sealed record ModelsForm(string Name, IReadOnlyList<ModelEntry> Models);

/// <param name="PressureMinimum">MPa.</param>
/// <param name="VoltageMinimum">Volts.</param>
/// <param name="YieldPercent">Product water of feed water.</param>
internal sealed record ModelEntry(
    [RecipeRef("principal")] string Principal,
    [RecipeKey("model", "principal"), MaxLength(Lengths.Code), RegularExpression(Codes.MakersForm)] string Code,
    [MinLength(1), MaxLength(Lengths.Name)] string Name,
    [RecipeRef("category")] string Category,
    [MaxLength(Lengths.Name)] string? EnglishName = null,
    [Range(0, 2)] double? PressureMinimum = null,
    [Range(0, 2)] double? PressureMaximum = null,
    [Range(0, 500)] double? VoltageMinimum = null,
    [Range(0, 500)] double? VoltageMaximum = null,
    [Range(1, 100)] int YieldPercent = Model.DefaultYieldPercent,
    bool IsActive = true)
{
    public IReadOnlyList<FilterEntry> Filters { get; init; } = [];

    public SaveModel ToCommand(Guid principalId) =>
        new(principalId, Code, Name, EnglishName, Category, PressureMinimum, PressureMaximum, VoltageMinimum, VoltageMaximum, YieldPercent, IsActive, [.. Filters.Select((filter, place) => filter.ToInput(place + 1))]);
}

/// <param name="Position">1 is where the water enters; its place in the list unless it says so.</param>
internal sealed record FilterEntry(
    [MinLength(1), MaxLength(Lengths.Code), RegularExpression(Codes.MakersForm)] string PartCode,
    [MinLength(1), MaxLength(Lengths.Name)] string Name,
    FilterKind Kind,
    [Range(1, 3650)] int LifeDays,
    [Range(1, 20)] int? Position = null,
    [MaxLength(Lengths.Name)] string? EnglishName = null,
    [Range(1, 1_000_000)] int? LifeLitres = null,
    bool CountsFeedWater = false,
    [Range(0, 240)] int FlushMinutes = 5)
{
    public ModelFilterInput ToInput(int place) => new(Position ?? place, PartCode, Name, EnglishName, Kind, LifeDays, LifeLitres, CountsFeedWater, FlushMinutes);
}
