using ServicePlatform.Devices.Contracts;
using ServicePlatform.Network.Contracts;

namespace ServicePlatform.Devices.Categories;

/// <summary>Names the site's categories where outlets' areas and technicians' skills are chosen.</summary>
internal sealed class ProductCategories(IModelReader models) : IProductCategories
{
    public async Task<IReadOnlyList<ProductCategory>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await models.CategoriesAsync(cancellationToken)).Select(category => new ProductCategory(category.Code, category.Name))];
}
