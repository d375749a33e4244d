using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Security;

namespace ServicePlatform.Devices.Categories;

/// <summary>All categories with their attributes and how many models each has.</summary>
[RequirePermission(DevicePermissions.View)]
internal sealed record ListCategories : IQuery<IReadOnlyList<CategoryRow>>;

internal sealed record CategoryRow(Category Category, int Models);

internal sealed class ListCategoriesHandler(ISiteDb db) : IQueryHandler<ListCategories, IReadOnlyList<CategoryRow>>
{
    public async Task<Result<IReadOnlyList<CategoryRow>>> HandleAsync(ListCategories query, CancellationToken cancellationToken)
    {
        var categories = await db.List<Category>().Include(category => category.Attributes)
            .OrderBy(category => category.Code).ToListAsync(cancellationToken);
        var counts = await db.List<Models.Model>().GroupBy(model => model.CategoryId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return categories.ConvertAll(category => new CategoryRow(category, counts.GetValueOrDefault(category.Id)));
    }
}

[RequirePermission(DevicePermissions.View)]
internal sealed record GetCategory(string Code) : IQuery<Category>;

internal sealed class GetCategoryHandler(ISiteDb db) : IQueryHandler<GetCategory, Category>
{
    public async Task<Result<Category>> HandleAsync(GetCategory query, CancellationToken cancellationToken) =>
        await db.List<Category>().Include(category => category.Attributes)
            .FirstOrDefaultAsync(category => category.Code == query.Code, cancellationToken) is { } category
            ? category
            : Failure.NotFound("devices.category-not-found");
}
