using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Security;

namespace ServicePlatform.Devices.Models;

/// <summary>Models of the actor's principals by code.</summary>
/// <param name="Text">Part of code or name, or null for all.</param>
[RequirePermission(DevicePermissions.View)]
internal sealed record ListModels(string? CategoryCode, string? Text, PageRequest Page) : IQuery<Page<ModelRow>>;

internal sealed record ModelRow(Model Model, string CategoryName);

internal sealed class ListModelsHandler(ISiteDb db, IActorContext actors) : IQueryHandler<ListModels, Page<ModelRow>>
{
    public async Task<Result<Page<ModelRow>>> HandleAsync(ListModels query, CancellationToken cancellationToken)
    {
        var categories = await db.List<Categories.Category>().ToDictionaryAsync(category => category.Id, cancellationToken);
        var models = db.List<Model>().Include(model => model.Filters).OfActor(actors.Current);
        if (!string.IsNullOrEmpty(query.CategoryCode))
        {
            var wanted = categories.Values.FirstOrDefault(category => category.Code == query.CategoryCode)?.Id ?? Guid.Empty;
            models = models.Where(model => model.CategoryId == wanted);
        }

        if (!string.IsNullOrWhiteSpace(query.Text))
        {
            var text = query.Text.Trim();
            var code = Model.NormaliseCode(text);
            models = models.Where(model => model.Code.Contains(code) || model.Name.Contains(text) || (model.EnglishName != null && model.EnglishName.Contains(text)));
        }

        var page = await models.ToPageAsync(model => model.Code, model => model.Id, query.Page, descending: false, cancellationToken);
        return page.Select(model =>
            new ModelRow(model, categories.TryGetValue(model.CategoryId, out var category) ? LocalName.Of(category.Name, category.EnglishName) : ""));
    }
}

[RequirePermission(DevicePermissions.View)]
internal sealed record GetModel(Guid ModelId) : IQuery<ModelDetail>;

internal sealed record ModelDetail(Model Model, Categories.Category Category, int Machines);

internal sealed class GetModelHandler(ISiteDb db, IActorContext actors) : IQueryHandler<GetModel, ModelDetail>
{
    public async Task<Result<ModelDetail>> HandleAsync(GetModel query, CancellationToken cancellationToken)
    {
        var model = await db.List<Model>().Include(known => known.Filters).OfActor(actors.Current)
            .FirstOrDefaultAsync(known => known.Id == query.ModelId, cancellationToken);
        if (model is null)
        {
            return Failure.NotFound("devices.model-not-found");
        }

        var category = await db.List<Categories.Category>().FirstAsync(known => known.Id == model.CategoryId, cancellationToken);
        var machines = await db.List<Machines.Machine>().CountAsync(machine => machine.ModelId == model.Id, cancellationToken);
        return new ModelDetail(model, category, machines);
    }
}

internal static class ModelScope
{
    /// <summary>Models of the principals that the actor works for.</summary>
    public static IQueryable<Model> OfActor(this IQueryable<Model> models, IActor actor) =>
        actor.PrincipalIds is { } own ? models.Where(model => own.Contains(model.PrincipalId)) : models;
}
