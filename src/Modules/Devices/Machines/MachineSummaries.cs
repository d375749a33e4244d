using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Data;
using ServicePlatform.Devices.Categories;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Devices.Models;

namespace ServicePlatform.Devices.Machines;

/// <summary>Says what machines are called: by their model, else by what is written on them, else by their category.</summary>
internal sealed class MachineSummaries(ISiteDb db, IStringLocalizer<Texts> texts)
{
    public async Task<IReadOnlyList<MachineSummary>> OfAsync(IReadOnlyCollection<Machine> machines, CancellationToken cancellationToken)
    {
        var modelIds = machines.Select(machine => machine.ModelId).OfType<Guid>().Distinct().ToList();
        var models = await db.List<Model>().Where(model => modelIds.Contains(model.Id)).ToDictionaryAsync(model => model.Id, cancellationToken);
        var categories = await db.List<Category>().ToDictionaryAsync(category => category.Id, cancellationToken);
        return [.. machines.Select(machine => new MachineSummary(
            machine.Id,
            machine.PrincipalId,
            machine.Serial,
            machine.ModelId,
            NameOf(machine, machine.ModelId is { } id ? models.GetValueOrDefault(id) : null, categories[machine.CategoryId]),
            categories[machine.CategoryId].Code,
            machine.CustomerId,
            machine.AddressId,
            machine.Status,
            machine.IsOrphan,
            machine.InstalledOn)
        {
            FiltersDueOn = machine.FiltersDueOn,
        })];
    }

    private string NameOf(Machine machine, Model? model, Category category) =>
        model is not null ? LocalName.Of(model.Name, model.EnglishName)
        : machine.Maker is { } maker ? texts["Machine.OfMaker", maker, LocalName.Of(category.Name, category.EnglishName)]
        : texts["Machine.OfUnknownMaker", LocalName.Of(category.Name, category.EnglishName)];
}
