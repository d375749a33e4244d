using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Devices.Categories;
using ServicePlatform.Devices.Models;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Recipes;

namespace ServicePlatform.Devices.Recipes;

internal sealed class CategoryNames(ISiteDb db) : IRecipeNames
{
    public string Kind => "category";

    public async Task<IReadOnlyCollection<string>> UnknownAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
        [.. names.Except(await db.List<Category>().Select(row => row.Code).ToListAsync(cancellationToken), StringComparer.Ordinal)];
}

/// <summary>Categories and models.</summary>
internal sealed class DevicesExport(ISiteDb db, IPrincipalReader principals) : IRecipeExport
{
    public int Order => 30;

    public async Task<IReadOnlyList<object>> ExportAsync(CancellationToken cancellationToken)
    {
        var brands = (await principals.ListAsync(cancellationToken)).ToDictionary(principal => principal.Id, principal => principal.Code);
        var categories = await db.List<Category>().Include(row => row.Attributes).OrderBy(row => row.Code).ToListAsync(cancellationToken);
        var models = await db.List<Model>().Include(row => row.Filters).ToListAsync(cancellationToken);
        var codes = categories.ToDictionary(category => category.Id, category => category.Code);
        return
        [
            new CategoriesForm("categories", [.. categories.Select(Entry)]),
            new ModelsForm("models", [.. models.Select(model => Entry(model, brands[model.PrincipalId], codes[model.CategoryId])).OrderBy(model => model.Principal, StringComparer.Ordinal).ThenBy(model => model.Code, StringComparer.Ordinal)]),
        ];
    }

    private static CategoryEntry Entry(Category category) => new(category.Code, category.Name, category.EnglishName, category.IsActive)
    {
        Attributes = [.. category.Attributes.OrderBy(attribute => attribute.Place)
            .Select(attribute => new AttributeEntry(attribute.Code, attribute.Name, attribute.EnglishName, attribute.Kind, attribute.Unit, attribute.IsRequired))],
    };

    private static ModelEntry Entry(Model model, string principal, string category) =>
        new(principal, model.Code, model.Name, category, model.EnglishName, model.PressureMinimum, model.PressureMaximum, model.VoltageMinimum, model.VoltageMaximum, model.YieldPercent, model.IsActive)
        {
            Filters = [.. model.Filters.OrderBy(filter => filter.Position)
                .Select(filter => new FilterEntry(filter.PartCode, filter.Name, filter.Kind, filter.LifeDays, filter.Position, filter.EnglishName, filter.LifeLitres, filter.CountsFeedWater, filter.FlushMinutes))],
        };
}
