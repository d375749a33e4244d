using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Devices.Categories;

namespace ServicePlatform.Devices.Models;

/// <summary>
/// Models and categories as they stand in the database, each read once in a scope: a table of ten thousand machines names the
/// same few. Whoever changes the catalogue lets it forget.
/// </summary>
internal sealed class Catalogue(ISiteDb db)
{
    private readonly Dictionary<(Guid Principal, string Code), Model?> _models = [];
    private readonly Dictionary<Guid, Category> _categories = [];

    /// <summary>With its filter positions; null where the principal has no such model.</summary>
    public async Task<Model?> FindModelAsync(Guid principalId, string code, CancellationToken cancellationToken)
    {
        var key = (principalId, Model.NormaliseCode(code));
        if (!_models.TryGetValue(key, out var model))
        {
            _models[key] = model = await db.List<Model>().Include(known => known.Filters)
                .FirstOrDefaultAsync(known => known.PrincipalId == principalId && known.Code == key.Item2, cancellationToken);
        }

        return model;
    }

    /// <summary>With its attributes.</summary>
    public async Task<Category> CategoryAsync(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(known => known.Id == id, cancellationToken) ?? throw new InvalidOperationException($"There is no category {id}.");

    /// <summary>With its attributes; null where there is none.</summary>
    public Task<Category?> FindCategoryAsync(string code, CancellationToken cancellationToken) => FindAsync(known => known.Code == code, cancellationToken);

    public void Forget()
    {
        _models.Clear();
        _categories.Clear();
    }

    private async Task<Category?> FindAsync(Func<Category, bool> fits, CancellationToken cancellationToken)
    {
        if (_categories.Count == 0)
        {
            foreach (var category in await db.List<Category>().Include(known => known.Attributes).ToListAsync(cancellationToken))
            {
                _categories[category.Id] = category;
            }
        }

        return _categories.Values.FirstOrDefault(fits);
    }
}
