using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Devices.Categories;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Machines;
using ServicePlatform.Security;

namespace ServicePlatform.Devices.Models;

/// <summary>Reads the catalogue. Models are looked up by ids that the caller already holds, so that no scope is applied.</summary>
internal sealed class ModelReader(ISiteDb db, IActorContext actors) : IModelReader, IModelCatalogue
{
    public async Task<IReadOnlyDictionary<Guid, ModelSummary>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var models = await db.List<Model>().Include(model => model.Filters).Where(model => ids.Contains(model.Id)).ToListAsync(cancellationToken);
        return (await SummariseAsync(models, cancellationToken)).ToDictionary(model => model.Id);
    }

    public async Task<ModelSummary?> FindByCodeAsync(Guid principalId, string code, CancellationToken cancellationToken)
    {
        var normalised = Model.NormaliseCode(code);
        var models = await db.List<Model>().Include(model => model.Filters)
            .Where(model => model.PrincipalId == principalId && model.Code == normalised).ToListAsync(cancellationToken);
        return (await SummariseAsync(models, cancellationToken)).SingleOrDefault();
    }

    public async Task<IReadOnlyList<CategorySummary>> CategoriesAsync(CancellationToken cancellationToken)
    {
        var categories = await db.List<Category>().Where(category => category.IsActive).OrderBy(category => category.Code).ToListAsync(cancellationToken);
        return categories.ConvertAll(category => new CategorySummary(category.Code, LocalName.Of(category.Name, category.EnglishName)));
    }

    public async Task<IReadOnlyList<ModelSummary>> ListAsync(Guid? principalId, string? categoryCode, CancellationToken cancellationToken)
    {
        var models = db.List<Model>().Include(model => model.Filters).OfActor(actors.Current).Where(model => model.IsActive);
        models = principalId is { } principal ? models.Where(model => model.PrincipalId == principal) : models;
        var summaries = await SummariseAsync(await models.OrderBy(model => model.Code).ToListAsync(cancellationToken), cancellationToken);
        return [.. summaries.Where(model => categoryCode is null || model.CategoryCode == categoryCode)];
    }

    public async Task<IReadOnlyDictionary<Guid, int>> CountMachinesAsync(IReadOnlyCollection<Guid> modelIds, CancellationToken cancellationToken) =>
        await db.List<Machine>()
            .Where(machine => machine.ModelId != null && modelIds.Contains(machine.ModelId.Value) && machine.Status != MachineStatus.Scrapped)
            .GroupBy(machine => machine.ModelId!.Value)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);

    private async Task<IEnumerable<ModelSummary>> SummariseAsync(List<Model> models, CancellationToken cancellationToken)
    {
        var codes = await db.List<Category>().ToDictionaryAsync(category => category.Id, category => category.Code, cancellationToken);
        return models.Select(model => new ModelSummary(
            model.Id,
            model.PrincipalId,
            model.Code,
            LocalName.Of(model.Name, model.EnglishName),
            codes[model.CategoryId],
            model.PressureMinimum,
            model.PressureMaximum,
            model.YieldPercent,
            [.. model.Filters.OrderBy(filter => filter.Position).Select(filter => filter.ToPosition())])
        {
            VoltageMinimum = model.VoltageMinimum,
            VoltageMaximum = model.VoltageMaximum,
        });
    }
}
