using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Devices.Categories;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Machines;
using ServicePlatform.Events;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Security;

namespace ServicePlatform.Devices.Models;

/// <summary>Creates a model or brings the principal's model of this code to this state. Answers its id.</summary>
/// <param name="Version">The version that the editor had seen; null where the writer does not care, such as a recipe.</param>
[RequirePermission(DevicePermissions.Catalogue)]
internal sealed record SaveModel(
    Guid PrincipalId,
    string Code,
    string Name,
    string? EnglishName,
    string CategoryCode,
    double? PressureMinimum,
    double? PressureMaximum,
    double? VoltageMinimum,
    double? VoltageMaximum,
    int YieldPercent,
    bool IsActive,
    IReadOnlyList<ModelFilterInput> Filters,
    int? Version = null,
    bool MustBeNew = false) : ICommand<Guid>;

internal sealed class SaveModelHandler(ISiteDb db, Catalogue catalogue, MachineIndex index, IPrincipalReader principals, IActorContext actors, IEvents events)
    : ICommandHandler<SaveModel, Guid>
{
    public async Task<Result<Guid>> HandleAsync(SaveModel command, CancellationToken cancellationToken)
    {
        if (!actors.Current.WorksFor(command.PrincipalId)
            || (await principals.ListAsync(cancellationToken)).All(principal => principal.Id != command.PrincipalId))
        {
            return Failure.Invalid(nameof(command.PrincipalId), "devices.principal-unknown");
        }

        if (await db.Set<Category>().FirstOrDefaultAsync(category => category.Code == command.CategoryCode, cancellationToken) is not { } category)
        {
            return Failure.Invalid(nameof(command.CategoryCode), "devices.category-unknown", command.CategoryCode);
        }

        var code = Model.NormaliseCode(command.Code);
        var model = await db.Set<Model>().Include(known => known.Filters)
            .FirstOrDefaultAsync(known => known.PrincipalId == command.PrincipalId && known.Code == code, cancellationToken);
        if (model is not null && command.MustBeNew)
        {
            return Failure.Invalid(nameof(command.Code), "devices.code-taken");
        }

        if (model is not null && command.Version is { } seen && seen != model.Version)
        {
            return new Failure(FailureKind.Conflict, "kernel.stale") { Versions = new(seen, model.Version) };
        }

        var isNew = model is null;
        if (model is null)
        {
            model = new Model { PrincipalId = command.PrincipalId, Code = code, Name = command.Name, CategoryId = category.Id };
            db.Set<Model>().Add(model);
        }

        if (Apply(command, model, category.Id) && !isNew)
        {
            events.Publish(new ModelChanged(model.Id));
        }

        catalogue.Forget();
        await index.SetAsync(model, cancellationToken);
        return model.Id;
    }

    /// <summary>True where something changed that the machines of the model keep a copy of.</summary>
    private static bool Apply(SaveModel command, Model model, Guid categoryId)
    {
        var changed = model.YieldPercent != command.YieldPercent || model.Name != command.Name
            || model.EnglishName != command.EnglishName || model.CategoryId != categoryId;
        model.Name = command.Name;
        model.EnglishName = command.EnglishName;
        model.CategoryId = categoryId;
        model.PressureMinimum = command.PressureMinimum;
        model.PressureMaximum = command.PressureMaximum;
        model.VoltageMinimum = command.VoltageMinimum;
        model.VoltageMaximum = command.VoltageMaximum;
        model.YieldPercent = command.YieldPercent;
        model.IsActive = command.IsActive;
        return model.SetFilters(command.Filters) || changed;
    }
}
